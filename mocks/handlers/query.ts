import type * as z from 'zod/mini';
import { computedById } from '../../src/domain/catalogue-computed.ts';
import { parseIsoWeek, type WeekNumber } from '../../src/domain/week.ts';
import { errorResponse } from '../state/errors.ts';
import type { MockState } from '../state/mock-state.ts';

const LISTS = new Set(['team', 'indicator']);
const NUMBERS = new Set(['page', 'pageSize', 'revision', 'before', 'limit']);
const FLAGS = new Set(['dryRun', 'strict', 'wait']);

function valueOf(name: string, text: string): unknown {
  if (NUMBERS.has(name)) return text.trim() === '' ? text : Number(text);
  if (FLAGS.has(name) && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

/** Reads an address's query by its schema; a failure names the parameter that is at fault. `lists`: may be repeated. */
export function parseQuery<Schema extends z.ZodMiniObject>(
  schema: Schema,
  url: URL,
  lists: ReadonlySet<string> = LISTS,
): { readonly query: z.infer<Schema> } | { readonly refusal: Response } {
  const given: Record<string, unknown> = {};
  const unknown = [...url.searchParams.keys()].find((name) => !Object.hasOwn(schema.shape, name));
  if (unknown !== undefined)
    return { refusal: errorResponse('bad-request', `There is no parameter ${unknown} here.`, unknown) };
  for (const name of lists) given[name] = url.searchParams.getAll(name);
  for (const [name, text] of url.searchParams) if (!lists.has(name)) given[name] = valueOf(name, text);
  const parsed = schema.safeParse(given);
  if (parsed.success) return { query: parsed.data };
  const at = String(parsed.error.issues[0]?.path[0] ?? 'query');
  return { refusal: errorResponse('bad-request', `The parameter ${at} cannot be used as it is.`, at) };
}

/** The week of a label that the schema accepted; a refusal where the year has no such week. */
export function parseWeek(label: string, at: string): WeekNumber | Response {
  return parseIsoWeek(label) ?? errorResponse('bad-request', `${label} is no week.`, at);
}

/** Built-in, the organisation's own, or sent. */
export function isKnownIndicator(state: MockState, id: string): boolean {
  const { own, series } = state.dataset();
  return (
    computedById(id) !== undefined ||
    own.some((indicator) => indicator.id === id) ||
    series.some(({ indicator }) => indicator === id)
  );
}

/** A refusal where a team or an indicator is unknown; null where all are known. */
export function unknownName(
  state: MockState,
  teams: readonly string[],
  indicators: readonly string[],
): Response | null {
  const { teams: held } = state.dataset();
  const team = teams.find((id) => !held.some((known) => known.id === id));
  if (team !== undefined) return errorResponse('not-found', `There is no team ${team}.`, 'team');
  const indicator = indicators.find((id) => !isKnownIndicator(state, id));
  if (indicator !== undefined) return errorResponse('not-found', `There is no indicator ${indicator}.`, 'indicator');
  return null;
}

/** Reads a JSON body by its schema; a failure names the field that is at fault, one inside another as `action.due`. */
export async function parseBody<Schema extends z.ZodMiniObject>(
  schema: Schema,
  request: Request,
): Promise<{ readonly body: z.infer<Schema> } | { readonly refusal: Response }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return { refusal: errorResponse('unsupported-media', 'The body must say that it is JSON.', 'content-type') };
  let given: unknown;
  try {
    given = await request.json();
  } catch {
    return { refusal: errorResponse('bad-request', 'The body is no JSON.', 'body') };
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { body: parsed.data };
  const path = parsed.error.issues[0]?.path ?? [];
  const at = path.length === 0 ? 'body' : path.map(String).join('.');
  return { refusal: errorResponse('bad-request', `The field ${at} cannot be used as it is.`, at) };
}
