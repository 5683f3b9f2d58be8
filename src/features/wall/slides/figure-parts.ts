import { figureInk, statusParts, text, type Kit } from '../layout/kit.ts';
import type { Part } from '../layout/parts.ts';
import { measureValue, type WallMeasure } from '../wall-measure.ts';

/** `96.1 %, target 96 %`, then what is wrong with the figure. */
export function figureParts(kit: Kit, measure: WallMeasure): readonly Part[] {
  const { value, target } = measure;
  const ink = value.kind === 'figure' ? figureInk(kit, value.look) : figureInk(kit, 'plain');
  const tail = target === null ? 'no target' : target.short;
  return value.kind === 'figure'
    ? [
        text(kit, measureValue(measure), 'floor', { weight: 600, ink, figures: 'tabular' }),
        text(kit, `, ${tail}`, 'floor', { ink: 'ink-2', figures: 'tabular', gap: 0 }),
      ]
    : [text(kit, measureValue(measure), 'floor', { weight: 600, ink })];
}

/** Status in shape and word, and after it gap and target: `Watch +1.8 pp, target at most 10 %`. */
export function standing(kit: Kit, measure: WallMeasure, gap: number): readonly Part[] {
  const { gap: distance, target } = measure;
  const words = [distance, target === null ? '' : target.long].filter((each) => each !== '').join(', ');
  const status = statusParts(kit, measure.status);
  return words === '' ? status : [...status, text(kit, words, 'floor', { figures: 'tabular', gap })];
}

/** All of a measure in one sentence, for whoever hears the screen. */
export function measureSentence(measure: WallMeasure): string {
  const { name, note, status, target, gap, notes, signal } = measure;
  const facts = [
    `${name}${note === '' ? '' : ` (${note})`}: ${measureValue(measure)}`,
    status.word,
    [gap, target?.long ?? ''].filter((words) => words !== '').join(', '),
    ...notes,
    signal === null ? '' : `${signal.tone}: ${signal.full}`,
  ];
  return `${facts.filter((fact) => fact !== '').join('; ')}.`;
}
