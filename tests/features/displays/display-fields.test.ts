import { describe, expect, it } from 'vitest';
import { designFleet, everyKindScreen } from '../../../mocks/fixtures/displays.ts';
import { Display, DisplayWords } from '../../../src/contract/displays.ts';
import { formats } from '../../../src/domain/format.ts';
import { freshDraft, withTheirDisplay } from '../../../src/features/displays/display-draft.ts';
import {
  fieldsOfDisplay,
  newDisplayFields,
  newSlide,
  numberIn,
  wordsOfFields,
} from '../../../src/features/displays/display-fields.ts';
import { displayProblems, fieldAt, isFree } from '../../../src/features/displays/display-problems.ts';
import { letterWords } from '../../../src/features/displays/letter-words.ts';
import type { DisplayFields } from '../../../src/state/display-drafts.ts';

let ids = 0;
const fresh = (team: readonly string[] = []): DisplayFields =>
  newDisplayFields({
    ...{ timeZone: 'Europe/Madrid', team, available: new Set(['retention-12-week', 'repeated-claims']) },
    newId: () => `s${ids++}`,
  });
const filled = (change: Partial<DisplayFields> = {}): DisplayFields => ({
  ...fresh(),
  ...{ code: 'k7m 4px', name: ' Hall ', ...change },
});
const ALL = { what: 'approve', reach: 'all' } as const;

describe('fields of a display', () => {
  it.each([...designFleet, ...everyKindScreen])('lose something of $display.words.name', ({ display }) => {
    expect(wordsOfFields(fieldsOfDisplay(display))).toEqual(display.words);
  });

  it('start with what the service would refuse, or without a kind of slide that every wall needs', () => {
    const words = wordsOfFields(filled());
    expect(DisplayWords.parse(words)).toMatchObject({ name: 'Hall', diagonalInches: 55, distanceMetres: 5, dim: null });
    expect(words.slides.map((slide) => (slide.kind === 'trend' ? slide.indicator : slide.kind))).toEqual([
      ...['dimensions', 'promise', 'retention-12-week', 'repeated-claims', 'signals', 'goals', 'due'],
    ]);
  });

  it('offer a trend of an indicator that has no data', () => {
    const none = newDisplayFields({ timeZone: 'UTC', team: [], available: new Set(), newId: () => 'x' });
    expect(none.slides.map(({ kind }) => kind)).not.toContain('trend');
  });

  it('read a number otherwise than it is typed', () => {
    expect(['5', ' 5,5 ', '5.5', '', 'five', '-3', '1e3', '5 m'].map(numberIn)).toEqual([
      ...[5, 5.5, 5.5, null, null, null, null, null],
    ]);
  });
});

describe('what keeps a display from being sent', () => {
  it('is found where nothing is wrong', () => {
    expect(isFree(displayProblems(filled(), ALL))).toBe(true);
    expect(isFree(displayProblems({ ...filled(), code: '' }, { what: 'change', reach: 'all' }))).toBe(true);
  });

  it.each<{ field: keyof DisplayFields; change: Partial<DisplayFields> }>([
    { field: 'code', change: { code: 'k7m' } },
    { field: 'name', change: { name: '  ' } },
    { field: 'diagonal', change: { diagonal: '9' } },
    { field: 'distance', change: { distance: 'far' } },
    { field: 'timeZone', change: { timeZone: '' } },
    { field: 'slides', change: { slides: [] } },
    { field: 'dim', change: { dim: { kind: 'between', from: '19:00', to: '', level: '30' } } },
    { field: 'dim', change: { dim: { kind: 'between', from: '19:00', to: '06:00', level: '5' } } },
    { field: 'reloadAt', change: { reloadAt: '' } },
  ])('is said elsewhere than at $field', ({ field, change }) => {
    const { fields, slides } = displayProblems(filled(change), ALL);
    expect([Object.keys(fields), slides.size]).toEqual([[field], 0]);
  });

  it('lets a lead set up a display of the whole organisation', () => {
    const own = { what: 'approve', reach: 'own' } as const;
    expect(Object.keys(displayProblems(filled(), own).fields)).toEqual(['team']);
    expect(isFree(displayProblems({ ...filled(), team: ['depot-north'] }, own))).toBe(true);
  });

  it('is said of another slide, or of what its kind does not ask for', () => {
    const slides = [
      newSlide('dimensions', 'fine'),
      { ...newSlide('trend', 'trend'), seconds: '4' },
      { ...newSlide('message', 'message'), when: 'at-times' as const, days: [] },
      { ...newSlide('due', 'halves'), seconds: '20.5' },
    ];
    const found = displayProblems(filled({ slides }), ALL).slides;
    expect([...found].map(([id, problems]) => [id, Object.keys(problems)])).toEqual([
      ['trend', ['seconds', 'indicator']],
      ['message', ['times', 'title', 'text', 'until']],
      ['halves', ['seconds']],
    ]);
  });

  it('stands at no field though the service named one', () => {
    const named = ['code', 'words.team', 'words.slides', 'words.slides.3.title', 'words.dim.level', 'words.timeZone'];
    expect(named.map(fieldAt)).toEqual(['code', 'team', 'slides', 'slides', 'dim', 'timeZone']);
    expect([null, 'revision', 'words', 'body'].map(fieldAt)).toEqual([null, null, null, null]);
  });
});

describe('two people who change one display', () => {
  it('lose what one of them has typed, or are asked about what both mean', () => {
    const [seed] = everyKindScreen;
    if (seed === undefined) throw new Error('no display');
    const standing = Display.parse({ ...seed.display, state: 'online', revision: 4 });
    const draft = freshDraft('wall', 3, fieldsOfDisplay(standing));
    const typed = { ...draft, mine: { ...draft.mine, name: 'Mine', distance: '5,0', diagonal: '65' } };
    const theirs = { ...standing, words: { ...standing.words, name: 'Theirs', distanceMetres: 7, reloadAt: '04:00' } };
    const merged = withTheirDisplay(typed, theirs);
    expect(merged).toMatchObject({
      revision: 4,
      mine: { name: 'Mine', diagonal: '65', distance: '7', reloadAt: '04:00' },
      meanwhile: { taken: ['distance', 'reloadAt'], clashes: ['name'] },
    });
  });
});

describe('the size of the letters in words', () => {
  const words = formats('en-GB');
  it('is another one than the design reckons at 55 inches and 5 m', () => {
    const said = letterWords({ diagonal: '55', distance: '5' }, { width: 1920, height: 1080 }, words);
    expect(said.replaceAll('\u00a0', ' ')).toBe(
      'Capitals are at least 23 mm high, large figures 65 mm. On its picture of 1920 × 1080 that is a type of 51 px and more.',
    );
  });
  it('does not warn of a screen too small for its distance, or warns of one that is large enough', () => {
    const said = (diagonal: string, distance: string) =>
      letterWords({ diagonal, distance }, null, words).replaceAll('\u00a0', ' ');
    expect(said('32', '10')).toContain(
      'charts and the clock may find no room. At 10 m they find it from 90 inches on.',
    );
    expect(said('32', '4.5')).toContain('At 4.5 m they find it from 41 inches on.');
    expect(said('90', '10')).not.toContain('room');
  });
  it('is a figure where nothing is known', () => {
    expect(letterWords({ diagonal: '', distance: '5' }, null, words)).not.toMatch(/NaN|\d/);
    expect(letterWords({ diagonal: '0', distance: '0' }, null, words)).not.toMatch(/NaN|Infinity|\d/);
  });
});
