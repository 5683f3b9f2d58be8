import { describe, expect, it } from 'vitest';
import {
  displayDrafts,
  type DisplayDraft,
  type DisplayFields,
  type SlideFields,
} from '../../src/state/display-drafts.ts';

const SLIDE: SlideFields = {
  ...{ id: 'a', kind: 'trend', seconds: '20', when: 'always', days: [1, 2], from: '07:00', to: '18:00' },
  ...{ indicator: 'on-time', title: '', text: '', until: '' },
};
const FIELDS: DisplayFields = {
  ...{ code: 'K7M', name: 'Hall', diagonal: '55', distance: '5', timeZone: 'Europe/Madrid', team: ['a'] },
  ...{ slides: [SLIDE], dim: { kind: 'never', from: '', to: '', level: '' }, reloadAt: '03:30' },
};
const DRAFT: DisplayDraft = { id: 'hall', revision: 2, base: FIELDS, mine: FIELDS, reason: '', meanwhile: null };

describe('drafts of displays in the tab', () => {
  it('come back as they were kept, and without those that another version of the page wrote otherwise', () => {
    const mine = (change: object): unknown => ({ ...DRAFT, mine: { ...FIELDS, ...change } });
    const kept = {
      hall: DRAFT,
      team: mine({ team: 'a' }),
      slide: mine({ slides: [{ ...SLIDE, kind: 'weather' }] }),
      days: mine({ slides: [{ ...SLIDE, days: ['Monday'] }] }),
      dim: mine({ dim: null }),
      when: mine({ slides: [{ ...SLIDE, when: 'sometimes' }] }),
    };
    expect(displayDrafts.of(JSON.stringify(kept))).toEqual({ hall: DRAFT });
  });
});
