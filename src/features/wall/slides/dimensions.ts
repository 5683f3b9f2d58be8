import { dimensionModels } from '../../../reading/grades.ts';
import type { BoardReading } from '../board-reading.ts';
import { framePlan } from '../layout/frame-plan.ts';
import type { HeaderWords } from '../layout/header.ts';
import type { Item } from '../layout/items.ts';
import { statusParts, text, figureInk, type Kit } from '../layout/kit.ts';
import { together, type Drawing, type Room } from '../layout/placed.ts';
import { measureValue, wallMeasure, type WallMeasure } from '../wall-measure.ts';
import { drawTile, gradeHeight, tileFits, type LedDimension, type TileWay } from './dimension-tile.ts';
import { figureParts, measureSentence } from './figure-parts.ts';
import { listPages } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

const ROW_GAP = 26;
const COLUMN_GAP = 64;

/** How many tiles stand beside and under each other. */
type Grid = { readonly columns: number; readonly rows: number };
const LYING: readonly Grid[] = [
  { columns: 2, rows: 2 },
  { columns: 1, rows: 4 },
  { columns: 2, rows: 1 },
  { columns: 1, rows: 2 },
  { columns: 1, rows: 1 },
];
const STANDING: readonly Grid[] = [
  { columns: 1, rows: 4 },
  { columns: 2, rows: 2 },
  { columns: 1, rows: 2 },
  { columns: 2, rows: 1 },
  { columns: 1, rows: 1 },
];
const NARROWEST: TileWay = { scale: 'left-out', status: 'under' };
const WAYS: readonly TileWay[] = [
  { scale: 'shown', status: 'beside' },
  { scale: 'shown', status: 'under' },
  { scale: 'left-out', status: 'beside' },
  NARROWEST,
];

/** The four dimensions with grade, status and leading measure, on as few pages as hold them. */
export function dimensionPages(told: BoardReading, kit: Kit): readonly SlidePage[] {
  const led = dimensionModels(told.card, told.formats).map((dimension): LedDimension => ({
    dimension,
    measure: leadingMeasure(
      told,
      dimension.tiles.map(({ id }) => id),
    ),
  }));
  if (led.every(({ measure }) => measure === null)) return [];
  const header = headerOf(kit, wallMeasure(told, 'promise-kept'));
  const { least } = framePlan(kit, header.title);
  const sentence = ({ dimension, measure }: LedDimension): string =>
    `${dimension.grade.label}, ${dimension.status.word}.${measure === null ? '' : ` ${measureSentence(measure)}`}`;
  const grids = kit.sizes.width >= kit.sizes.height ? LYING : STANDING;
  const grid = grids.find((each) => wayOf(kit, led, each, least) !== null);
  if (grid === undefined) return listed(kit, header, led, sentence);
  const size = grid.columns * grid.rows;
  return Array.from({ length: Math.ceil(led.length / size) }, (_, index): SlidePage => {
    const some = led.slice(index * size, (index + 1) * size);
    return {
      key: some.map(({ dimension }) => dimension.id).join('+'),
      header,
      sentences: some.map(sentence),
      fresh: null,
      draw: (drawing, room) => drawGrid(drawing, some, grid, room),
    };
  });
}

/** The first of a dimension's indicators that has a figure, else the first that has anything. */
function leadingMeasure(told: BoardReading, ids: readonly string[]): WallMeasure | null {
  const measures = ids.flatMap((id) => wallMeasure(told, id) ?? []);
  return measures.find(({ value }) => value.kind === 'figure') ?? measures[0] ?? null;
}

function headerOf(kit: Kit, promise: WallMeasure | null): HeaderWords {
  if (promise === null) return { title: 'Four dimensions', extras: [] };
  const { s } = kit.sizes;
  const ink = promise.value.kind === 'figure' ? figureInk(kit, promise.value.look) : 'ink-2';
  const target = promise.target === null ? [] : [promise.target.short];
  return {
    title: promise.name,
    extras: [
      {
        id: 'promise value',
        parts: [text(kit, measureValue(promise), 'label', { weight: 600, ink, figures: 'tabular' })],
      },
      { id: 'promise status', parts: statusParts(kit, promise.status, 36 * s) },
      ...[...promise.notes, ...target].map((words) => ({
        id: `promise ${words}`,
        parts: [text(kit, words, 'floor', { ink: 'ink-2', figures: 'tabular', gap: 36 * s })],
      })),
    ],
  };
}

function cellOf(kit: Kit, { columns, rows }: Grid, room: Room): { readonly width: number; readonly height: number } {
  const { u } = kit.sizes;
  return {
    width: (room.width - (columns - 1) * COLUMN_GAP * u) / columns,
    height: (room.height - (rows - 1) * ROW_GAP * u) / rows,
  };
}

/** The fullest way in which every tile fits the grid; null where none does. */
function wayOf(kit: Kit, led: readonly LedDimension[], grid: Grid, room: Room): TileWay | null {
  const { width, height } = cellOf(kit, grid, room);
  return WAYS.find((way) => led.every((each) => tileFits(kit, each, width, height, way))) ?? null;
}

function drawGrid(kit: Kit, led: readonly LedDimension[], grid: Grid, room: Room): Drawing {
  const { u } = kit.sizes;
  const { width, height } = cellOf(kit, grid, room);
  const way = wayOf(kit, led, grid, room) ?? NARROWEST;
  const gradeAndMeasure = Math.max(...led.map((each) => gradeHeight(kit, each, width, way)));
  return together(
    led.map((each, index) => {
      const column = index % grid.columns;
      const row = Math.floor(index / grid.columns);
      return drawTile(
        kit,
        each,
        { x: room.x + column * (width + COLUMN_GAP * u), y: room.y + row * (height + ROW_GAP * u), width, height },
        way,
        gradeAndMeasure,
      );
    }),
  );
}

/** Without large grades, where the canvas is too small for how far it is read from. */
function listed(
  kit: Kit,
  header: HeaderWords,
  led: readonly LedDimension[],
  sentence: (led: LedDimension) => string,
): readonly SlidePage[] {
  return listPages(
    kit,
    header,
    led.map((each) => {
      const { id } = each.dimension;
      return {
        id,
        item: (drawing) => itemOf(drawing, each),
        alone: { title: each.dimension.name, item: (drawing) => nameless(itemOf(drawing, each)) },
        sentence: sentence(each),
        cells: {
          shown: [`${id} grade`, `${id} status`, ...(each.measure === null ? [] : [`${id} measure`])],
          leftOut: [`${id} scale`],
        },
      };
    }),
  );
}

/** The item where its title says its name. */
function nameless(item: Item): Item {
  return { ...item, rows: item.rows.slice(1) };
}

function itemOf(kit: Kit, { dimension, measure }: LedDimension): Item {
  const { u } = kit.sizes;
  const row = (parts: ReturnType<typeof figureParts>) => ({ kind: 'text' as const, parts, before: 0 });
  return {
    id: dimension.id,
    rows: [
      { kind: 'text', before: 0, parts: [text(kit, dimension.name, 'label', { weight: 600 })] },
      row([text(kit, dimension.grade.text, 'label', { weight: 600, figures: 'tabular' })]),
      row(statusParts(kit, dimension.status)),
      ...(measure === null
        ? []
        : [
            { kind: 'text' as const, before: 8 * u, parts: [text(kit, measure.name, 'floor', { ink: 'ink-2' })] },
            row(figureParts(kit, measure)),
            ...measure.notes.map((note) => row([text(kit, note, 'floor')])),
          ]),
    ],
  };
}
