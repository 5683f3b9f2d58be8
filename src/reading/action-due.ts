import type { Minute } from '../contract/minutes.ts';
import type { Formats } from '../domain/format.ts';
import { parseIsoDate, type DayNumber } from '../domain/week.ts';
import { dayOfInstant } from '../domain/zone.ts';

/** What stands in the column "Due" of an action: `late` is open and past its day. */
export type ActionDue = { readonly kind: 'late' | 'due' | 'done' | 'dropped'; readonly words: string };

/** "Mon 23 Nov", "3 days late", "Done 16 Nov", "Dropped 16 Nov". An action due today is not late. */
export function actionDue(
  action: Pick<NonNullable<Minute['action']>, 'due' | 'state' | 'closedAt'>,
  today: DayNumber,
  timeZone: string,
  formats: Formats,
): ActionDue {
  const due = parseIsoDate(action.due);
  if (action.state !== 'open') {
    const verb = action.state === 'done' ? 'Done' : 'Dropped';
    const day = action.closedAt === null ? null : dayOfInstant(Date.parse(action.closedAt), timeZone);
    return { kind: action.state, words: day === null ? verb : `${verb} ${formats.shortDay(day)}` };
  }
  if (due === null) return { kind: 'due', words: action.due };
  if (due >= today) return { kind: 'due', words: formats.dayAsOf(due, today) };
  const days = today - due;
  return { kind: 'late', words: days === 1 ? '1 day late' : `${formats.count(days)} days late` };
}

/** "T. Adeyemi" for "Tom Adeyemi": a column of owners is narrow. A single name stays as it is. */
export function shortName(name: string): string {
  const parts = name.trim().split(/\s+/);
  const [first = '', ...rest] = parts;
  return rest.length === 0 ? first : `${first.slice(0, 1)}. ${rest.join(' ')}`;
}
