import { LINE, text, type Kit } from './kit.ts';
import { oneLine, setLines, type Line } from './lines.ts';
import { cells, NOTHING, placeLine, together, type Drawing } from './placed.ts';
import type { Part, Role } from './parts.ts';

/** What stands at the top of a page: its title, and what follows it as far as there is room. */
export type HeaderWords = { readonly title: string; readonly extras: readonly HeaderExtra[] };
/** `id`: the cell that it shows, null where it is no content. */
export type HeaderExtra = { readonly id: string | null; readonly parts: readonly Part[] };

export type HeaderPlan = {
  readonly height: number;
  readonly title: readonly Line[];
  readonly role: Role;
  readonly clock: 'shown' | 'left-out';
};

const BESIDE = 36;

function clockLine(kit: Kit, clock: string): Line {
  return oneLine([text(kit, clock, 'label', { weight: 500, figures: 'tabular' })]);
}

function widthBeside(kit: Kit, clock: HeaderPlan['clock']): number {
  const { left, right, s } = kit.sizes;
  return right - left - (clock === 'shown' ? clockLine(kit, '00:00').width + BESIDE * s : 0);
}

function planned(kit: Kit, title: string, role: 'label' | 'floor', clock: HeaderPlan['clock']): HeaderPlan {
  const lines = setLines([text(kit, title, role, { weight: 600 })], widthBeside(kit, clock));
  const { u, label } = kit.sizes;
  const least = Math.max(80 * u, clock === 'shown' ? label * LINE.label : 0);
  return { height: Math.max(least, lines.length * kit.sizes[role] * LINE[role]), title: lines, role, clock };
}

/** Ways to set a header, the best first. Lower ones are for a screen that is small for how far it is read from. */
export function headerPlans(kit: Kit, title: string): readonly HeaderPlan[] {
  const full = planned(kit, title, 'label', 'shown');
  const small = planned(kit, title, 'floor', 'shown');
  const alone = planned(kit, title, 'floor', 'left-out');
  return [
    ...[full, small].filter((plan) => plan.title.length === 1),
    ...[full, small].filter((plan) => plan.title.length === 2),
    alone,
  ];
}

/** Draws a header into its plan. */
export function drawHeader(kit: Kit, plan: HeaderPlan, { extras }: HeaderWords, clock: string): Drawing {
  const { left, right, top, u } = kit.sizes;
  const high = kit.sizes[plan.role] * LINE[plan.role];
  const begin = top + (plan.height - plan.title.length * high) / 2;
  const lines = plan.title.map((line, index) => placeLine(line, left, begin + (index + 0.5) * high));
  const clockAt = plan.title.length === 1 ? top + plan.height / 2 : Math.max(begin + high / 2, top + 40 * u);
  return together([
    ...lines,
    drawExtras(kit, plan, extras),
    plan.clock === 'shown' ? placeLine(clockLine(kit, clock), right, clockAt, 'end') : cells([], ['clock']),
  ]);
}

/** As many as find room in the title's line, in their order. */
function drawExtras(kit: Kit, plan: HeaderPlan, extras: readonly HeaderExtra[]): Drawing {
  const [only, more] = plan.title;
  const { left, top, s } = kit.sizes;
  const ids = (some: readonly HeaderExtra[]): readonly string[] => some.flatMap(({ id }) => id ?? []);
  if (only === undefined) return NOTHING;
  for (let count = more === undefined ? extras.length : 0; count > 0; count -= 1) {
    const taken = extras.slice(0, count);
    const line = oneLine(taken.flatMap(({ parts }) => parts));
    const x = only.width + BESIDE * s;
    if (x + line.width > widthBeside(kit, plan.clock)) continue;
    // Smaller letters stand on the title's own baseline.
    const drawn = placeLine({ ...line, size: only.size }, left + x, top + plan.height / 2);
    return together([drawn, cells(ids(taken), ids(extras.slice(count)))]);
  }
  return cells([], ids(extras));
}
