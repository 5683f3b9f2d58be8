import { describe, expect, it } from 'vitest';
import { preferencesOf, shownTheme } from '../../src/state/preferences.ts';

const STORED = [
  { text: null, theme: 'system' },
  { text: '', theme: 'system' },
  { text: '{"theme":"dark"}', theme: 'dark' },
  { text: '{"theme":"light"}', theme: 'light' },
  { text: '{"theme":"sepia"}', theme: 'system' },
  { text: '[]', theme: 'system' },
  { text: 'null', theme: 'system' },
  { text: '{"theme"', theme: 'system' },
] as const;

const SHOWN = [
  { theme: 'system', dark: true, shown: 'dark' },
  { theme: 'system', dark: false, shown: 'light' },
  { theme: 'light', dark: true, shown: 'light' },
  { theme: 'dark', dark: false, shown: 'dark' },
] as const;

describe('preferences', () => {
  it.each(STORED)('$text in storage is $theme: an old or broken store must not stop the page', ({ text, theme }) => {
    expect(preferencesOf(text)).toEqual({ theme, name: '', appendix: 'none', teamOrder: 'need' });
  });

  it.each(SHOWN)('$theme on a system that is dark: $dark shows $shown', ({ theme, dark, shown }) => {
    expect(shownTheme(theme, dark)).toBe(shown);
  });
});
