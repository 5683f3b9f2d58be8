import type { TrendModel } from '../../../charts/trend-model.ts';
import { trendModel } from '../../../reading/trend-view.ts';
import type { BoardReading } from '../board-reading.ts';
import { framePlan } from '../layout/frame-plan.ts';
import type { HeaderWords } from '../layout/header.ts';
import { text, type Kit } from '../layout/kit.ts';
import { cells, together, type Drawing, type Room } from '../layout/placed.ts';
import { freshSignal, wallMeasure, type WallMeasure } from '../wall-measure.ts';
import { drawHead, figureItem, headHeight } from './figure-head.ts';
import { measureSentence } from './figure-parts.ts';
import { listPages } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';
import { chartFits, drawChart } from './trend-chart.ts';

const WEEKS = 52;
const BETWEEN = 24;
const APART = 36;

/** One indicator: its figure large, how it stands, what the rules found, and its year. */
export function trendPages(told: BoardReading, id: string, kit: Kit): readonly SlidePage[] {
  const measure = wallMeasure(told, id);
  if (measure === null) return [];
  const { card, formats } = told;
  const model =
    measure.reading.kind === 'read'
      ? trendModel(
          card,
          measure.reading,
          { weeks: WEEKS, title: measure.name, extras: 'none', naming: 'none' },
          formats,
        )
      : null;
  const header = headerOf(kit, measure);
  const { least } = framePlan(kit, header.title);
  const shared = { header, fresh: freshSignal(told, id) };
  const sentences = [measureSentence(measure)];
  /** Without a chart: the figure large where it has room, else as a list that goes on over pages. */
  const figurePages = (leftOut: readonly string[]): readonly SlidePage[] =>
    headHeight(kit, measure, least.width) <= least.height
      ? [
          {
            ...shared,
            key: 'figure',
            sentences,
            draw: (drawing, room) => together([drawHead(drawing, measure, room), cells([], leftOut)]),
          },
        ]
      : listPages(kit, header, [
          {
            id: 'figure',
            item: (drawing) => figureItem(drawing, measure),
            sentence: measureSentence(measure),
            fresh: shared.fresh,
            cells: { shown: [], leftOut },
          },
        ]);
  if (model?.points.some(({ kind }) => kind !== 'gap') !== true) return figurePages([]);
  const chart = (drawing: Kit, room: Room): Drawing => drawChart(drawing, model, room, formats.locale);
  const both = (drawing: Kit, room: Room): Room => chartRoom(drawing, room, headHeight(drawing, measure, room.width));
  if (chartFits(kit, model, both(kit, least))) {
    return [
      {
        ...shared,
        key: 'all',
        sentences: [...sentences, ...chartSentences(model)],
        draw: (drawing, room) => together([drawHead(drawing, measure, room), chart(drawing, both(drawing, room))]),
      },
    ];
  }
  const alone = (drawing: Kit, room: Room): Room => chartRoom(drawing, room, 0);
  if (!chartFits(kit, model, alone(kit, least))) return figurePages(chartCells(model));
  return [
    ...figurePages([]),
    {
      ...shared,
      key: 'chart',
      sentences: chartSentences(model),
      draw: (drawing, room) => chart(drawing, alone(drawing, room)),
    },
  ];
}

function chartCells(model: TrendModel): readonly string[] {
  return ['chart', ...model.annotations.map(({ text: words }) => `annotation ${words}`)];
}

function chartSentences(model: TrendModel): readonly string[] {
  return [model.sentence, ...model.annotations.map(({ text: words }) => `What happened: ${words}.`)];
}

function headerOf(kit: Kit, measure: WallMeasure): HeaderWords {
  const gap = APART * kit.sizes.s;
  return {
    title: measure.name,
    extras: measure.note === '' ? [] : [{ id: null, parts: [text(kit, measure.note, 'floor', { ink: 'ink-2', gap })] }],
  };
}

function chartRoom(kit: Kit, room: Room, head: number): Room {
  const { u } = kit.sizes;
  const y = room.y + (head === 0 ? 0 : head + BETWEEN * u);
  return { ...room, y, height: room.y + room.height - y - BETWEEN * u };
}
