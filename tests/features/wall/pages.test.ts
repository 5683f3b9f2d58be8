import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../../../mocks/scenarios.ts';
import { layOut } from '../../../src/features/wall/lay-out.ts';
import { wallPages } from '../../../src/features/wall/pages.ts';
import type { WallFrame } from '../../../src/features/wall/wall-frame.ts';
import type { PagesInput } from '../../../src/features/wall/wall-page.ts';
import { boardOfScenario, FRAME, inputOfScenario, messageOf, trendOf, REFERENCE } from './boards.ts';

/** What the pages of a slide draw, text by text, no-break spaces as spaces. */
function drawn(input: PagesInput, slide: string, frame: WallFrame = FRAME): readonly string[] {
  return wallPages(input)
    .filter((page) => page.slide.id === slide)
    .flatMap((page) => layOut(input, page, frame)?.drawing.texts ?? [])
    .map(({ words }) => words.replaceAll('\u00a0', ' '));
}

function keysOf(input: PagesInput, slide: string): readonly string[] {
  return wallPages(input).flatMap(({ key, slide: { id } }) => (id === slide ? [key] : []));
}

const said = (scenario: ScenarioName, slide: string): string => drawn(inputOfScenario(scenario), slide).join(' | ');

describe('pages of the wall', () => {
  it("set the four dimensions on one page with the design's figures", () => {
    expect(keysOf(inputOfScenario('design'), 'dimensions')).toEqual(['dimensions/quality+quantity+opportunity+price']);
    const words = said('design', 'dimensions');
    expect(words).toContain('Promise kept | 82.6 % | Act | target 85 %');
    expect(words).toContain('Right first time | 96.1 % | , target 96 %');
  });

  it('show fewer dimensions on a page where letters are larger, never smaller letters', () => {
    const counts = [5, 6, 6.5, 7, 9].map(
      (distanceMetres) =>
        keysOf(inputOfScenario('design', { canvas: { ...REFERENCE, distanceMetres } }), 'dimensions').length,
    );
    expect(counts[0]).toBe(1);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThanOrEqual(4);
    expect(counts).toContain(2);
  });

  it('say figure, status, gap, target and signal of a trend, and draw its year', () => {
    const words = said('design', 'trend-repeated-claims');
    expect(words).toContain('Repeated claims | lower is better');
    expect(words).toContain('11.8 | %');
    expect(words).toContain('Act | +1.8 pp, target at most 10 %');
    expect(words).toContain('Improving | 3 weeks near the lower limit');
    for (const label of ['Natural variation', 'Mean 17.3', 'Target 10 %', 'Now 11.8', 'Dec', '15'])
      expect(words).toContain(label);
  });

  it('say where the promise broke, as bars in words and numbers', () => {
    const words = said('design', 'promise');
    expect(words).toContain('559 orders broke 635 promises; share of orders due');
    expect(words).toContain('Late | 276 | 8.6 %');
  });

  it('say of goals where they are, where they shall be and whether they are on their way', () => {
    const words = said('design', 'goals');
    expect(words).toContain(
      'On time | Depot East | Act | 90.0 % | now, at least 95 % by 25 Oct 2026 | 5.0 pp behind the plan',
    );
    expect(words).toContain('Too few to show in week 46');
  });

  it('say of what is due how late it is, and nobody is named', () => {
    const words = said('design', 'due');
    expect(words).toContain('Slot data from carrier, daily | 3 days late');
    for (const name of ['Bakker', 'Voss', 'Adeyemi', 'Duarte']) expect(words).not.toContain(name);
  });

  it('stand in for a text with a name by measure and date', () => {
    const board = boardOfScenario('design');
    const due = [{ kind: 'action' as const, indicator: 'on-time', text: null, due: '2026-12-04', week: '2026-W46' }];
    const words = drawn(
      { board: { ...board, due }, canvas: REFERENCE, now: Date.parse('2026-11-30T08:00:00Z') },
      'due',
    );
    expect(words).toContain('Action on On time');
    expect(words).toContain('Due Fri 4 Dec');
  });
});

describe('states in words', () => {
  it('too few: neither figure nor colour, and the reason', () => {
    const words = said('small-numbers', 'trend-on-time');
    expect(words).toContain('Not shown | Not enough data');
    expect(words).toContain('Too few to show in week 46');
    expect(words).not.toMatch(/\d\d\.\d/);
  });

  it('late: how late, where it concerns, with the old figure', () => {
    expect(said('late', 'trend-on-time')).toContain('Data 4 days late');
  });

  it('no target: said as such', () => {
    expect(said('no-targets', 'trend-on-time')).toContain('No target');
    expect(said('no-targets', 'dimensions')).toContain(', no target');
  });

  it('a failed indicator: not read, with the reference; the other pages stand', () => {
    const board = boardOfScenario('design');
    const { series, ...rest } = board.observations;
    const failing = {
      ...board,
      observations: {
        ...rest,
        series: series.filter(({ indicator }) => indicator !== 'on-time'),
        failures: [
          {
            indicator: 'on-time',
            error: { code: 'internal' as const, message: 'Could not read orders.', reference: 'E42' },
          },
        ],
      },
    };
    const input = { board: failing, canvas: REFERENCE, now: Date.parse('2026-11-30T08:00:00Z') };
    expect(drawn(input, 'trend-on-time').join(' | ')).toContain('Could not read orders. | Reference E42');
    expect(drawn(input, 'trend-repeated-claims').join(' | ')).toContain('11.8');
  });

  it('an indicator that never had data makes no page, nor does anything of an empty service', () => {
    expect(keysOf(inputOfScenario('design', { slides: [trendOf('nobody-knows')] }), 'trend-nobody-knows')).toEqual([]);
    const { pages } = { pages: wallPages(inputOfScenario('empty')) };
    expect(pages.map(({ slide }) => slide.kind)).toEqual(['message']);
  });

  it('a quiet week: said, not left blank', () => {
    expect(said('review-quiet', 'signals')).toMatch(/No signal in week 46|Neutral|Improving|Concerning/);
  });
});

describe('a message', () => {
  const message = messageOf('Canteen', 'Closed on Friday.', '2026-12-04');
  const at = (now: string): readonly string[] => {
    const board = boardOfScenario('design', [message]);
    return wallPages({ board, canvas: REFERENCE, now: Date.parse(now) }).map(({ key }) => key);
  };

  it("stands to the end of its date in the display's zone and not a minute longer", () => {
    expect(at('2026-12-04T22:59:00Z')).toEqual(['message/message']);
    expect(at('2026-12-04T23:00:00Z')).toEqual([]);
  });
});

describe('a fresh signal', () => {
  it('is one that flags the newest week and did not flag the one before; the page says since when', () => {
    const pages = wallPages(inputOfScenario('design'));
    const freshOf = (id: string) => pages.find(({ slide }) => slide.id === id)?.fresh ?? null;
    // On time is below its limit for the second week: that is no news.
    expect(freshOf('trend-on-time')).toBeNull();
    expect(pages.some(({ slide, fresh }) => slide.kind === 'signals' && fresh !== null)).toBe(true);
    const [fresh] = pages.flatMap((page) => page.fresh ?? []);
    expect(fresh?.words).toBe('Stays longer: new signal since Mon 9 Nov');
  });
});

describe('notices', () => {
  it('take their room from the content without a page more', () => {
    const input = inputOfScenario('design');
    const troubled: WallFrame = { ...FRAME, notices: ['No connection since 14:05, showing 14:03'], hearing: 'lost' };
    const [page] = wallPages(input);
    if (page === undefined) throw new Error('the design has pages');
    const before = layOut(input, page, FRAME)?.drawing;
    const after = layOut(input, page, troubled)?.drawing;
    expect(after?.shown).toContain('notice No connection since 14:05, showing 14:03');
    // The scale repeats the grade: it gives way, and that is named.
    expect(before?.shown).toContain('quality scale');
    expect(after?.leftOut).toContain('quality scale');
    expect(after?.shown).toContain('quality grade');
  });

  it('say what is wrong where there is no room for what to do about it', () => {
    const notices = [
      'No figures, showing 14:03. The database does not answer. Check that it runs.',
      'Data 2 days late',
    ];
    const words = drawn(inputOfScenario('design'), 'dimensions', { ...FRAME, notices, hearing: 'lost' });
    expect(words).toContain('No figures, showing 14:03');
    expect(words).toContain('Data 2 days late');
    expect(words.join(' ')).not.toContain('Check that it runs');
  });
});

describe('calibration', () => {
  const calibration = { key: 'calibration', slide: { kind: 'calibration', id: 'calibration' }, fresh: null } as const;

  it('tells lengths that a ruler can check', () => {
    const words = layOut(inputOfScenario('design'), calibration, FRAME)
      ?.drawing.texts.map((text) => text.words)
      .join(' | ');
    // 1808 px at 1.577 px a mm are 114.6 cm; 51 px letters have capitals of 23.5 mm.
    expect(words).toContain('This bar is 110 cm long | if the screen measures 55 inches');
    expect(words).toContain('24 mm high | 16 arc-minutes, whatever is read');
    expect(words).toContain('66 mm high | 45 arc-minutes, large figures');
  });

  it('shows letters of exactly their arc-minutes, also where the other pages have larger ones', () => {
    const canvas = { width: 1920, height: 1080, diagonalInches: 98, distanceMetres: 2 };
    const texts = layOut(inputOfScenario('design', { canvas }), calibration, FRAME)?.drawing.texts ?? [];
    const samples = texts.filter(({ words }) => words === 'H').map(({ size }) => size);
    expect(samples).toEqual([12, 15, 32]);
  });
});
