import { DIMENSIONS, type Dimension } from '../domain/catalogue-types.ts';
import type { Formats } from '../domain/format.ts';
import { dimensionGrade, PASS_GRADE, type DimensionGrade } from '../domain/grade.ts';
import type { JudgedStatus } from '../domain/status.ts';
import type { Reading, Scorecard } from './read-scorecard.ts';
import { tileModel, type TileModel } from './tile-model.ts';
import { shapeOf, statusWord } from './status-words.ts';

const WORDS: Readonly<Record<Dimension, { readonly name: string; readonly question: string }>> = {
  quality: { name: 'Quality', question: 'is it right?' },
  quantity: { name: 'Quantity', question: 'is it all there?' },
  opportunity: { name: 'Opportunity', question: 'is it on time?' },
  price: { name: 'Price', question: 'is it what we agreed?' },
};

export type DimensionModel = {
  readonly id: Dimension;
  readonly name: string;
  readonly question: string;
  readonly grade: { readonly value: number | null; readonly text: string; readonly label: string };
  readonly status: TileModel['status'];
  readonly tiles: readonly TileModel[];
};

/** The four dimensions with the tiles of their indicators, the organisation's own ones last. */
export function dimensionModels(card: Scorecard, formats: Formats): readonly DimensionModel[] {
  return DIMENSIONS.map((id) => {
    const readings = readingsOf(card, id);
    const { grade } = gradeOfDimension(card, id);
    const status = gradeStatus(grade);
    const text = grade === null ? 'No grade' : formats.number(grade, 1);
    return {
      id,
      ...WORDS[id],
      grade: {
        value: grade,
        text,
        label: grade === null ? `${WORDS[id].name}: no grade` : `${WORDS[id].name}: grade ${text} of 10`,
      },
      status: {
        shape: shapeOf(status),
        word: statusWord(status),
        look: readings.some((reading) => reading.kind === 'read' && reading.lateness.kind === 'late')
          ? 'hollow'
          : 'fresh',
      },
      tiles: readings.map((reading) => tileModel(card, reading, formats)),
    };
  });
}

export function dimensionName(id: Dimension): string {
  return WORDS[id].name;
}

/** The grade of a dimension with its whole calculation. */
export function gradeOfDimension(card: Scorecard, id: Dimension): DimensionGrade {
  return dimensionGrade(
    readingsOf(card, id).map((reading) => ({
      indicator: reading.indicator,
      value: reading.kind === 'read' && reading.measure.state === 'figure' ? reading.measure.value : null,
      weight: card.catalogue.weights[reading.indicator.id] ?? 1,
    })),
  );
}

function readingsOf(card: Scorecard, id: Dimension): readonly Reading[] {
  return [...card.indicators.values()]
    .filter((indicator) => indicator.group === id)
    .flatMap((indicator) => card.reading(indicator.id) ?? []);
}

/** A grade less than this above the pass is one bad week away from failing. */
const SAFE_GRADE = PASS_GRADE + 1;

/**
 * The status of a grade, which has no target but the pass: 6 buys again. Under it: act; by less than one mark above it:
 * watch. (The tiles below carry the status of each indicator against its own target.)
 */
export function gradeStatus(grade: number | null): JudgedStatus {
  if (grade === null) return 'not-enough-data';
  // By the grade as it is shown: "6.0" beside "Act" would contradict the scale.
  const shown = Math.round(grade * 10) / 10;
  if (shown < PASS_GRADE) return 'act';
  return shown < SAFE_GRADE ? 'watch' : 'on-target';
}
