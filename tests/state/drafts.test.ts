import { describe, expect, it } from 'vitest';
import { draftAt, draftsOf, dropDraft, keepDraft, savingAt, setSaving, type Draft } from '../../src/state/drafts.ts';

const words = { text: 'words', action: null };
const DRAFT: Draft = {
  id: 'entry-1',
  kind: 'note',
  week: '2026-W46',
  teams: [],
  indicator: null,
  revision: 0,
  base: { text: '', action: null },
  mine: words,
  sent: null,
  sends: 'by-itself',
};
const ACTION = { owner: 'Ana', due: '2026-12-01', cause: null, improvement: 'x', state: 'open' } as const;

describe('drafts in the tab', () => {
  it('come back as they were', () => {
    const drafts = { one: DRAFT, two: { ...DRAFT, kind: 'action', mine: { text: '', action: ACTION } } };
    expect(draftsOf(JSON.stringify(drafts))).toEqual(drafts);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no object', '3'],
    ['an unknown kind', JSON.stringify({ one: { ...DRAFT, kind: 'poem' } })],
    ['no words', JSON.stringify({ one: { ...DRAFT, mine: 'words' } })],
    ['half an action', JSON.stringify({ one: { ...DRAFT, mine: { text: '', action: { ...ACTION, state: 'lost' } } } })],
    ['nothing where a draft should be', JSON.stringify({ one: null })],
  ])('%s stored in their place gives none', (_, text) => {
    expect(draftsOf(text)).toEqual({});
  });

  it('last as long as the page where storage is closed to it', () => {
    keepDraft('here', DRAFT);
    expect(draftAt('here')).toEqual(DRAFT);
    dropDraft('here');
    expect(draftAt('here')).toBeNull();
  });

  it('say how their saving stands, each by its place', () => {
    setSaving('here', { kind: 'waiting' });
    expect(savingAt('here')).toEqual({ kind: 'waiting' });
    expect(savingAt('there')).toEqual({ kind: 'idle' });
  });
});
