import { ARC_MINUTES, CAP_HEIGHT, pixelsPerMillimetre } from '../../../domain/optics.ts';
import type { BoardReading } from '../board-reading.ts';
import { text, type Kit } from '../layout/kit.ts';
import { shapesOnly, together, type Drawing } from '../layout/placed.ts';
import type { Role } from '../layout/parts.ts';
import { sizesOf } from '../layout/sizes.ts';
import type { Canvas } from '../wall-frame.ts';
import { listPages, type Entry } from './list-pages.ts';
import type { SlidePage } from './slide-page.ts';

const ROLES: ReadonlyArray<{ readonly role: Role; readonly what: string }> = [
  { role: 'floor', what: 'whatever is read' },
  { role: 'label', what: 'names' },
  { role: 'hero', what: 'large figures' },
];

/**
 * What can be held against a ruler: a bar of whole centimetres, letters of 16, 20 and 45 arc-minutes with the height that
 * their capitals must measure, and the corners of the picture. One page; what it has no room for is left out, the largest
 * letters first.
 */
export function calibrationPages(told: BoardReading, canvas: Canvas, frameKit: Kit): readonly SlidePage[] {
  const { formats } = told;
  const kit: Kit = { ...frameKit, sizes: sizesOf(canvas, 'exact') };
  const perMm = pixelsPerMillimetre(canvas);
  const { left, right, u, l } = kit.sizes;
  const centimetres = Math.max(1, Math.floor((right - left) / perMm / 10 / 5) * 5);
  const length = centimetres * 10 * perMm;
  const inches = formats.number(canvas.diagonalInches, Number.isInteger(canvas.diagonalInches) ? 0 : 1);
  const bar: Entry = {
    id: 'bar',
    sentence: `The bar is ${centimetres} cm long where the diagonal is ${inches} inches.`,
    item: (drawing) => ({
      id: 'bar',
      rows: [
        {
          kind: 'text',
          before: 0,
          parts: [
            text(drawing, `This bar is ${centimetres} cm long`, 'floor', { weight: 600 }),
            text(drawing, `if the screen measures ${inches} inches`, 'floor', { ink: 'ink-2' }),
          ],
        },
        { ...{ kind: 'bar', before: 4 * u, thick: 28 * l, ink: 'ink', track: 'none' }, share: length / (right - left) },
      ],
    }),
  };
  const letters = ROLES.map(({ role, what }): Entry => {
    const high = `${formats.number((kit.sizes[role] * CAP_HEIGHT) / perMm, 0)} mm`;
    const minutes = `${ARC_MINUTES[role]} arc-minutes`;
    return {
      id: `letters ${role}`,
      sentence: `Letters of ${minutes}, for ${what}: capitals are ${high} high.`,
      item: (drawing) => ({
        id: `letters ${role}`,
        rows: [
          {
            kind: 'text',
            before: 0,
            parts: [
              text(drawing, 'H', role, { weight: 600 }),
              text(drawing, `${high} high`, 'floor', { weight: 600, gap: 24 * drawing.sizes.s }),
              text(drawing, `${minutes}, ${what}`, 'floor', { ink: 'ink-2', gap: 24 * drawing.sizes.s }),
            ],
          },
        ],
      }),
    };
  });
  const distance = formats.number(canvas.distanceMetres, Number.isInteger(canvas.distanceMetres) ? 0 : 1);
  const extra = text(kit, `${inches} inches, read from ${distance} m`, 'floor', {
    ink: 'ink-2',
    gap: 36 * kit.sizes.s,
  });
  const [page, ...rest] = listPages(kit, { title: 'Calibration', extras: [{ id: 'screen', parts: [extra] }] }, [
    bar,
    ...letters,
  ]);
  if (page === undefined) return [];
  const all = [bar, ...letters];
  return [
    {
      ...page,
      key: 'calibration',
      sentences: all.map(({ sentence }) => sentence),
      draw: (drawing, room) => {
        const drawn = page.draw({ ...drawing, sizes: kit.sizes }, room);
        const leftOut = rest.length === 0 ? [] : all.map(({ id }) => id).filter((id) => !drawn.shown.includes(id));
        return together([corners(drawing), { ...drawn, leftOut: [...drawn.leftOut, ...leftOut] }]);
      },
    },
  ];
}

/** Angles in the corners of the picture: where one is not seen whole, the screen cuts its picture off. */
function corners({ sizes }: Kit): Drawing {
  const { width, height, u, l } = sizes;
  const at = 6 * u;
  const long = 26 * u;
  const d = [
    `M${at} ${at + long}V${at}H${at + long}`,
    `M${width - at - long} ${at}H${width - at}V${at + long}`,
    `M${width - at} ${height - at - long}V${height - at}H${width - at - long}`,
    `M${at + long} ${height - at}H${at}V${height - at - long}`,
  ].join('');
  return shapesOnly([{ kind: 'path', d, stroke: 'ink', thick: 4 * l }]);
}
