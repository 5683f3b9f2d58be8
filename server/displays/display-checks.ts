import type { DisplayWords } from '../../src/contract/displays.ts';
import type { WallSlide } from '../../src/contract/wall-slides.ts';
import { parseIsoDate } from '../../src/domain/week.ts';
import { ServiceFailure } from '../http/service-failure.ts';
import type { DataIndex } from '../services/data-index.ts';
import { isTimeZone } from '../time-zone.ts';
import { shownIndicator } from './shown-indicators.ts';

const assertSlide = (index: DataIndex, slide: WallSlide): void => {
  if (slide.kind === 'trend' && shownIndicator(index, slide.indicator) === null) {
    throw new ServiceFailure(
      'not-found',
      `There is no indicator ${slide.indicator} for a display. Choose another, or take its slide out.`,
      'words.slides',
    );
  }
  if (slide.kind === 'message' && parseIsoDate(slide.until) === null) {
    throw new ServiceFailure('bad-request', `There is no date ${slide.until}. Write it as 2026-11-30.`, 'words.slides');
  }
};

/**
 * Whether what is said of a display exists. What stood there `before` is let be: an undone import must not make a display
 * unchangeable.
 * @throws ServiceFailure `bad-request` at `words.timeZone` or `words.slides`; `not-found` at `words.team` or `words.slides`.
 */
export const assertDisplayWords = (
  index: DataIndex,
  { timeZone, team, slides }: DisplayWords,
  before: DisplayWords | null = null,
): void => {
  if (!isTimeZone(timeZone)) {
    throw new ServiceFailure(
      'bad-request',
      `There is no time zone ${timeZone}. Choose an IANA zone such as Europe/Madrid.`,
      'words.timeZone',
    );
  }
  const unknown = team.find((id) => !index.teamIds.has(id) && before?.team.includes(id) !== true);
  if (unknown !== undefined)
    throw new ServiceFailure('not-found', `There is no team ${unknown} (any more). Choose others.`, 'words.team');
  if (new Set(slides.map(({ id }) => id)).size < slides.length) {
    throw new ServiceFailure('bad-request', 'Two slides have the same id.', 'words.slides');
  }
  const stood = new Set(before?.slides.map((slide) => JSON.stringify(slide)));
  for (const slide of slides) if (!stood.has(JSON.stringify(slide))) assertSlide(index, slide);
};

/** Words as they are kept: each team once. */
export const tidiedWords = (words: DisplayWords): DisplayWords => ({ ...words, team: [...new Set(words.team)].sort() });
