import { figureInk, text, type Kit } from '../layout/kit.ts';
import { oneLine, type Line } from '../layout/lines.ts';
import type { Part } from '../layout/parts.ts';

/** How far a large figure stands left of the edge, so that its ink and not its box keeps it, in em. */
export const HERO_OUTDENT = 0.042;

/** A large figure: its digits drawn together, its unit half as large. `look` old: pale. */
export function heroLine(
  kit: Kit,
  figure: { readonly number: string; readonly unit: string; readonly look: 'plain' | 'old' },
  spacing: number,
): Line {
  const ink = figureInk(kit, figure.look);
  const { hero, floor, u } = kit.sizes;
  const number = text(kit, figure.number, 'hero', { weight: 600, figures: 'tabular', spacing, ink });
  const unit = figure.unit.trim();
  if (unit === '') return oneLine([number]);
  const half = Math.max(floor, Math.round(hero / 2));
  const small: Part = {
    ...text(kit, unit, 'floor', { weight: 500, ink: ink === 'ink' ? 'ink-2' : ink, figures: 'tabular' }),
    size: half,
    gap: Math.max(0.269 * half, 4 * u),
  };
  return oneLine([number, small]);
}
