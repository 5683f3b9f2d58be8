import { annotationCell } from '../../../src/features/wall/slides/chart-lane.ts';
import { readBoard } from '../../../src/features/wall/board-reading.ts';
import type { PagesInput } from '../../../src/features/wall/wall-page.ts';
import { wallMeasure } from '../../../src/features/wall/wall-measure.ts';
import { DIMENSIONS } from '../../../src/domain/catalogue-types.ts';
import { signalEntries } from '../../../src/reading/signal-entries.ts';

/** What each slide of a board must show, or name as left out, told by what the board holds and not by the layout. */
export function expectedCells(
  input: PagesInput,
): ReadonlyArray<{ readonly slide: string; readonly cells: readonly string[] }> {
  const told = readBoard(input.board, input.now);
  return input.board.display.words.slides.map((slide) => {
    const { id } = slide;
    switch (slide.kind) {
      case 'dimensions':
        return {
          slide: id,
          cells: DIMENSIONS.flatMap((each) => ['grade', 'status', 'scale'].map((cell) => `${each} ${cell}`)),
        };
      case 'trend': {
        const measure = wallMeasure(told, slide.indicator);
        const notes = told.card.scope.annotations
          .filter(
            ({ indicator, week, team }) =>
              (indicator === null || indicator === slide.indicator) && team === null && week > told.card.week - 52,
          )
          .map(({ text, day }) => annotationCell(`${text}, ${told.formats.shortDay(day)}`));
        return {
          slide: id,
          cells: measure === null ? [] : measure.value.kind === 'figure' ? ['figure', 'chart', ...notes] : ['figure'],
        };
      }
      case 'promise':
        return { slide: id, cells: ['figure'] };
      case 'goals':
        return { slide: id, cells: input.board.goals.map((goal) => `goal ${goal.id}`) };
      case 'signals': {
        const entries = signalEntries(told.card, told.formats).map((entry) => `signal ${entry.id}`);
        return { slide: id, cells: entries.length === 0 ? ['no signal'] : entries };
      }
      case 'due':
        return { slide: id, cells: input.board.due.map((_, index) => `due ${index}`) };
      case 'message':
        return { slide: id, cells: ['message'] };
    }
  });
}
