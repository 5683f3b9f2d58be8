import type { WallSlide } from '../../contract/wall-slides.ts';
import type { SlideFields, SlideKind } from '../../state/display-drafts.ts';

/** What each kind of slide is called, and what it shows. */
export const SLIDE_WORDS: Readonly<Record<SlideKind, { readonly name: string; readonly shows: string }>> = {
  dimensions: { name: 'Four dimensions', shows: 'The grades of quality, quantity, opportunity and price' },
  promise: { name: 'Promise kept', shows: 'How many promises were kept, and where the others broke' },
  trend: { name: 'Trend', shows: 'One indicator with its chart' },
  signals: { name: 'Signals of the week', shows: 'What moved more than usual, in words' },
  goals: { name: 'Goals', shows: 'Goals of its teams and how far they are' },
  due: { name: 'Decisions and actions due', shows: 'What was decided and what is open, without names' },
  message: { name: 'Message', shows: 'A few words of yours, up to a date' },
};

/** `Trend: Repeated claims`, `Message: Open day on Friday`. */
export function slideName(
  slide: Pick<WallSlide, 'kind'> & { readonly indicator?: string; readonly title?: string },
  indicatorName: (id: string) => string,
): string {
  const { name } = SLIDE_WORDS[slide.kind];
  if (slide.kind === 'trend') return slide.indicator ? `${name}: ${indicatorName(slide.indicator)}` : name;
  return slide.kind === 'message' && slide.title ? `${name}: ${slide.title}` : name;
}

/** ISO weekdays (1 is Monday) as the locale shortens them. */
export function weekdayNames(locale: string): (day: number) => string {
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (day) => names.format(MONDAY + (day - 1) * 86_400_000);
}

/** A Monday, so that ISO weekday 1 is its date. */
const MONDAY = Date.UTC(2024, 0, 1);

/**
 * All that a slide says, for whoever has to choose between two lists of them:
 * `Message: Open day “Bring a friend” until 2026-12-04, 30 s, Mon Tue 07:00 to 18:00`.
 */
export function slideText(slide: SlideFields, indicatorName: (id: string) => string, locale: string): string {
  const { kind, seconds, when, days, from, to, text, until } = slide;
  const name = slideName(slide, indicatorName);
  const content = kind === 'message' ? `${name} “${text}” until ${until}` : name;
  const times = when === 'always' ? '' : `, ${days.map(weekdayNames(locale)).join(' ')} ${from} to ${to}`;
  return `${content}, ${seconds} s${times}`;
}
