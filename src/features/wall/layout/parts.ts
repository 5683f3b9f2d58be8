import type { MarkShape } from '../../../ui/mark-shapes.ts';
import type { Figures, TextStyle, Weight } from './text-width.ts';

/** Colours by what they mean; the stylesheet gives each its token. */
export type Ink =
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'bg'
  | 'surface'
  | 'rule'
  | 'band'
  | 'band-edge'
  | 'bar'
  | 'bar-soft'
  | 'doubt'
  | 'on'
  | 'watch'
  | 'act'
  | 'none'
  | 'improving'
  | 'concerning'
  | 'neutral';

/** What a letter is for, which says how large it must be seen: 16, 20, 45 arc-minutes. */
export type Role = 'floor' | 'label' | 'hero';

export type TextPart = TextStyle & {
  readonly kind: 'text';
  readonly words: string;
  readonly role: Role;
  readonly ink: Ink;
  /** Room before it in px, where it does not begin a line. null: a blank, as between words. */
  readonly gap: number | null;
};

/** A shape beside the word that it belongs to; both stay on one line. */
export type MarkPart = {
  readonly kind: 'mark';
  readonly shape: MarkShape;
  readonly size: number;
  readonly ink: Ink;
  readonly gap: number;
};

export type Part = TextPart | MarkPart;

export type TextLook = {
  readonly weight?: Weight;
  readonly ink?: Ink;
  readonly figures?: Figures;
  readonly spacing?: number;
  readonly gap?: number | null;
};
