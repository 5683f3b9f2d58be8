import { brokenModel, type BrokenModel } from '../../../reading/broken-model.ts';
import type { BoardReading } from '../board-reading.ts';
import { framePlan } from '../layout/frame-plan.ts';
import type { HeaderWords } from '../layout/header.ts';
import { text, type Kit } from '../layout/kit.ts';
import { cells, together, type Room } from '../layout/placed.ts';
import { freshSignal, wallMeasure } from '../wall-measure.ts';
import { drawHead, figureItem, headHeight } from './figure-head.ts';
import { measureSentence } from './figure-parts.ts';
import { listPages, type Entry } from './list-pages.ts';
import { barEntry, drawReasons, reasonsHeight, type Reason } from './reason-bars.ts';
import type { SlidePage } from './slide-page.ts';

const BETWEEN = 30;

/** Promise kept, and where it broke. */
export function promisePages(told: BoardReading, kit: Kit): readonly SlidePage[] {
  const measure = wallMeasure(told, 'promise-kept');
  if (measure === null) return [];
  const header: HeaderWords = { title: measure.name, extras: [] };
  const { least } = framePlan(kit, header.title);
  const fresh = freshSignal(told, 'promise-kept');
  const broken = brokenModel(told.card, told.formats);
  const reasons = reasonsOf(broken);
  const sentences = [measureSentence(measure), ...brokenSentences(broken)];
  const head = (drawing: Kit, width: number): number => headHeight(drawing, measure, width) + BETWEEN * drawing.sizes.u;
  const rest = (drawing: Kit, room: Room): Room => {
    const taken = head(drawing, room.width);
    return { ...room, y: room.y + taken, height: room.height - taken };
  };
  const heading = broken.kind === 'known' ? broken.sub : '';
  const needed = reasonsHeight(kit, heading, reasons, least.width);
  if (needed !== null && needed <= rest(kit, least).height) {
    return [
      {
        ...{ key: 'all', header, sentences, fresh },
        draw: (drawing, room) =>
          together([
            drawHead(drawing, measure, room),
            drawReasons(drawing, heading, reasons, rest(drawing, room)),
            cells(reasons.map(({ id }) => id)),
          ]),
      },
    ];
  }
  const large = headHeight(kit, measure, least.width) <= least.height;
  const figure: readonly SlidePage[] = large
    ? [
        {
          ...{ key: 'figure', header, fresh },
          sentences: [measureSentence(measure)],
          draw: (drawing, room) => drawHead(drawing, measure, room),
        },
      ]
    : [];
  const first: Entry = {
    id: 'figure',
    item: (drawing) => figureItem(drawing, measure),
    sentence: measureSentence(measure),
    fresh,
  };
  const entries = [...(large ? [] : [first]), ...reasons.map((reason) => barEntry(reason))];
  return [...figure, ...listPages(kit, { ...header, extras: whereExtras(kit) }, entries)];
}

function whereExtras(kit: Kit): HeaderWords['extras'] {
  return [{ id: null, parts: [text(kit, 'where it broke', 'floor', { ink: 'ink-2', gap: 36 * kit.sizes.s })] }];
}

function reasonsOf(broken: BrokenModel): readonly Reason[] {
  if (broken.kind === 'unknown') return [];
  const largest = Math.max(0, ...broken.bars.map(({ value }) => value));
  return broken.bars.map(({ id, label, value, valueText, shareText }) => ({
    id,
    name: label,
    count: valueText,
    share: shareText ?? '',
    length: largest > 0 ? Math.max(0, value) / largest : 0,
  }));
}

function brokenSentences(broken: BrokenModel): readonly string[] {
  if (broken.kind === 'unknown') return [`Where it broke: ${broken.reason}`];
  return [
    `${broken.sub}: ${broken.bars.map(({ label, valueText, shareText }) => `${label} ${valueText} (${shareText ?? ''})`).join(', ')}.`,
    broken.note,
  ];
}
