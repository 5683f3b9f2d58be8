import type { KeptAnnotation, NewAnnotation, Withdrawal } from '../../src/contract/annotations.ts';
import type { Annotation } from '../../src/contract/observations.ts';
import { isoWeekLabel, weekOfDay, type DayNumber } from '../../src/domain/week.ts';
import type { MockClock } from './mock-clock.ts';

export type MockAnnotations = {
  /** Those that stand, of the dataset and of the page, as observations carry them. */
  readonly standing: (ofDataset: readonly Annotation[]) => readonly Annotation[];
  /** Newest date first; withdrawn ones too. */
  readonly list: (ofDataset: readonly Annotation[]) => readonly KeptAnnotation[];
  readonly add: (given: NewAnnotation, day: DayNumber) => Annotation;
  readonly withdraw: (entry: KeptAnnotation, withdrawal: Withdrawal) => KeptAnnotation;
};

/** One of the dataset: it was written on the morning of its date. */
function imported(annotation: Annotation): KeptAnnotation {
  const { date, author, kind, reason } = annotation;
  return {
    annotation,
    state: 'stands',
    withdrawable: kind !== 'improvement',
    history: [{ what: 'added', at: `${date}T08:00:00.000Z`, by: author ?? 'Import', reason }],
  };
}

/** Annotations of one mocked service; `moved` is called when the data version moves. */
export function createAnnotations(clock: MockClock, moved: () => void): MockAnnotations {
  const added: KeptAnnotation[] = [];
  const withdrawn = new Map<string, KeptAnnotation>();
  const list = (ofDataset: readonly Annotation[]): readonly KeptAnnotation[] =>
    [...ofDataset.map(imported), ...added]
      .map((entry) => withdrawn.get(entry.annotation.id) ?? entry)
      .sort((a, b) => b.annotation.date.localeCompare(a.annotation.date));
  return {
    standing: (ofDataset) =>
      [...ofDataset, ...added.map(({ annotation }) => annotation)].filter(({ id }) => !withdrawn.has(id)),
    list,
    add: (given, day) => {
      const annotation: Annotation = {
        ...given,
        id: `written-${added.length + 1}`,
        week: isoWeekLabel(weekOfDay(day)),
      };
      const { author, reason } = given;
      added.push({
        annotation,
        state: 'stands',
        withdrawable: given.kind !== 'improvement',
        history: [{ what: 'added', at: clock.next(), by: author, reason }],
      });
      moved();
      return annotation;
    },
    withdraw: (entry, { author, reason }) => {
      const kept: KeptAnnotation = {
        ...entry,
        state: 'withdrawn',
        withdrawable: false,
        history: [...entry.history, { what: 'withdrawn', at: clock.next(), by: author, reason }],
      };
      withdrawn.set(entry.annotation.id, kept);
      moved();
      return kept;
    },
  };
}
