import type { RecordKind } from '../../src/domain/catalogue-types.ts';
import { weekOfDay } from '../../src/domain/week.ts';
import { type CheckContext, checkRecord, deliveredBeforeOrdered } from './check-record.ts';
import { compileField, type FieldReader, type RecordDraft } from './compile-field.ts';
import type { Condition, Creatable, Mapping, RecordSpec } from './mapping.ts';
import type { Field, KindFields } from './field-types.ts';
import { fieldsOf } from './record-fields.ts';
import { NO_TEAM, type References } from './references.ts';
import type { Conventions, Warn } from './row-context.ts';
import { cellProblem, type CellProblem } from './row-problem.ts';
import { columnsOf, textReader, type Header, type TextReader } from './text-source.ts';

/** One record that a row became, before what is missing in it is filled in from stored rows. */
export type PendingRecord = {
  readonly kind: RecordKind;
  readonly draft: RecordDraft;
  readonly ifMissing: boolean;
  /** Id of the stored record that fills the empty columns; null where nothing is filled. */
  readonly fillFrom: string | null;
  readonly line: number;
  readonly cells: readonly string[];
};

/**
 * Turns one row of cells into records, which it puts behind those in `into`. Where one of them is refused the whole row
 * is: `into` stays as it was, and the problem is answered.
 */
export type RowReader = (
  cells: readonly string[],
  line: number,
  into: PendingRecord[],
  warn: Warn,
) => CellProblem | null;

type Recipe = {
  readonly kind: RecordKind;
  readonly when: ((cells: readonly string[]) => boolean) | null;
  readonly readers: readonly FieldReader[];
  readonly names: KindFields;
  readonly ifMissing: boolean;
  readonly fillFrom: TextReader | null;
  readonly earliest: SharedRecords | null;
  readonly references: readonly Reference[];
  /** Puts the number of the row within its run behind the id. */
  readonly number: ((cells: readonly string[]) => number) | null;
};

/** Counts rows in a row that have the same key. */
const runCounter = (key: TextReader): ((cells: readonly string[]) => number) => {
  let last: string | null = null;
  let count = 0;
  return (cells) => {
    const text = key(cells);
    count = text === last ? count + 1 : 1;
    last = text;
    return count;
  };
};

/** A field that names a team or cause, and the text of the cell that it was made from: the name of a created one. */
type Reference = { readonly to: Creatable; readonly column: string; readonly from: string; readonly name: TextReader };

const REFERENCE_FIELDS: ReadonlyArray<readonly [string, Creatable]> = [
  ['team_id', 'teams'],
  ['cause_id', 'causes'],
  ['customer_id', 'customers'],
];

/** The first instant of records that several rows tell of, by id. */
type SharedRecords = {
  readonly column: string;
  readonly day: string | undefined;
  readonly seen: Map<string, readonly [number, number]>;
};

const conditionOf = (condition: Condition, header: Header, missing: ReadonlySet<string>) => {
  const text = textReader(condition.column, header, missing);
  const is = condition.is === undefined ? null : new Set(condition.is);
  const isNot = new Set(condition.isNot ?? []);
  return (cells: readonly string[]): boolean => {
    const cell = text(cells);
    if (condition.given !== undefined && (cell !== '') !== condition.given) return false;
    return (is === null || is.has(cell)) && !isNot.has(cell);
  };
};

/** The currency is read first: it decides how many decimals an amount has. */
const currencyFirst = (fields: readonly Field[]): readonly Field[] =>
  [...fields].sort((a, b) => Number(b.type.is === 'currency') - Number(a.type.is === 'currency'));

const compileRecord = (
  spec: RecordSpec,
  header: Header,
  missing: ReadonlySet<string>,
  conventions: Conventions,
): Recipe => {
  const names = fieldsOf(spec.kind);
  const filled = spec.fillFrom !== undefined;
  const readers = currencyFirst(names.fields).flatMap((field) => {
    const source = spec.fields[field.name] ?? (field.otherwise === undefined ? undefined : { constant: '' });
    if (source === undefined) return [];
    return [compileField({ field, source, header, missing, conventions, mayBeMissing: filled })];
  });
  const dated = names.fields.find(({ type, required }) => type.is === 'instant' && required);
  return {
    kind: spec.kind,
    when: spec.when === undefined ? null : conditionOf(spec.when, header, missing),
    readers,
    names,
    ifMissing: spec.ifMissing === true,
    fillFrom: spec.fillFrom === undefined ? null : textReader(spec.fillFrom, header, missing),
    earliest:
      spec.shared === true && dated?.type.is === 'instant'
        ? { column: dated.column, day: dated.type.day, seen: new Map() }
        : null,
    number: spec.numbered === undefined ? null : runCounter(textReader(spec.numbered, header, missing)),
    references: REFERENCE_FIELDS.flatMap(([column, to]): readonly Reference[] => {
      const source = spec.fields[column];
      if (source === undefined || names.id === column) return [];
      const [from] = columnsOf(source);
      return from === undefined ? [] : [{ to, column, from, name: textReader(from, header, missing) }];
    }),
  };
};

/**
 * Remembers which reference records a file has brought already. Bounded: of very many customers some come twice, and the
 * writer creates each once all the same. What a refused row brought is forgotten with it.
 */
const firstTimes = () => {
  const MOST = 200_000;
  const seen = new Set<string>();
  let ofRow: string[] = [];
  return {
    first: (kind: RecordKind, id: string): boolean => {
      const key = `${kind} ${id}`;
      if (seen.has(key)) return false;
      if (seen.size >= MOST) seen.clear();
      seen.add(key);
      ofRow.push(key);
      return true;
    },
    accept: (): void => {
      if (ofRow.length > 0) ofRow = [];
    },
    forget: (): void => {
      for (const key of ofRow) seen.delete(key);
      ofRow = [];
    },
  };
};

const CREATED_ID: Readonly<Record<Creatable, string>> = {
  teams: 'team_id',
  causes: 'cause_id',
  customers: 'customer_id',
};

/**
 * Compiles a mapping for one file.
 * @throws FileRefused for a column that the file lacks.
 */
export const compileMapping = (
  mapping: Mapping,
  header: Header,
  conventions: Conventions,
  references: References,
): RowReader => {
  const missing = new Set(mapping.missing ?? []);
  const create = new Set(mapping.create ?? []);
  const recipes = mapping.records.map((spec) => compileRecord(spec, header, missing, conventions));
  const once = firstTimes();
  const several = recipes.length > 1;
  const remembers = recipes.some(({ kind }) => kind === 'teams' || kind === 'causes');
  const shared = recipes.filter(({ earliest }) => earliest !== null);

  const refer = (
    recipe: Recipe,
    cells: readonly string[],
    line: number,
    draft: RecordDraft,
    into: PendingRecord[],
    rowFrom: number,
  ): CellProblem | null => {
    for (const { to, column, from, name } of recipe.references) {
      const id = draft[column];
      if (typeof id !== 'string' || id === NO_TEAM) continue;
      if (create.has(to)) {
        if (!once.first(to, id)) continue;
        const named = to === 'customers' ? { name: null, kind: 'external' } : { name: name(cells) || id };
        const created = { [CREATED_ID[to]]: id, ...named };
        into.push({ kind: to, draft: created, ifMissing: true, fillFrom: null, line, cells });
      } else if (to !== 'customers' && !references[to].has(id) && !bringsItself(into, rowFrom, to, id)) {
        const singular = to === 'teams' ? 'team' : 'cause';
        return cellProblem(
          from,
          id,
          `No ${singular} has this id; import ${to} first, or let the mapping create them ("create": ["${to}"]).`,
        );
      }
    }
    return null;
  };

  const readRecord = (
    recipe: Recipe,
    cells: readonly string[],
    line: number,
    into: PendingRecord[],
    rowFrom: number,
    context: CheckContext,
  ): CellProblem | null => {
    const draft: RecordDraft = {};
    for (const read of recipe.readers) {
      const problem = read(cells, draft, context.warn);
      if (problem !== null) return problem;
    }
    const { kind, names, ifMissing } = recipe;
    if (recipe.number !== null) draft[names.id] = `${String(draft[names.id])}:${recipe.number(cells)}`;
    if (ifMissing && !once.first(kind, String(draft[names.id]))) return null;
    if (kind === 'annotations') draft['week'] = weekOfDay(Number(draft['day']));
    const problem = checkRecord(kind, draft, context) ?? refer(recipe, cells, line, draft, into, rowFrom);
    if (problem !== null) return problem;
    const fillFrom = recipe.fillFrom === null ? '' : recipe.fillFrom(cells);
    into.push({ kind, draft, ifMissing, fillFrom: fillFrom === '' ? null : fillFrom, line, cells });
    return null;
  };

  /** Records of a row that was accepted may be referred to by the rows that follow. */
  const remember = ({ kind, draft }: PendingRecord): void => {
    if (kind === 'teams') references.teams.add(String(draft['team_id']));
    if (kind === 'causes') references.causes.add(String(draft['cause_id']));
  };

  return (cells, line, into, warn) => {
    const from = into.length;
    const context = { references, warn };
    let problem: CellProblem | null = null;
    for (const recipe of recipes) {
      if (recipe.when !== null && !recipe.when(cells)) continue;
      problem = readRecord(recipe, cells, line, into, from, context);
      if (problem !== null) break;
    }
    problem ??= several ? orderAndLines(into, from) : null;
    if (problem !== null) {
      into.length = from;
      once.forget();
      return problem;
    }
    once.accept();
    if (remembers) into.slice(from).forEach(remember);
    for (const recipe of shared) keepEarliest(recipe, into, from);
    return null;
  };
};

/** Whether the row itself brings the team or cause that it refers to. */
const bringsItself = (records: readonly PendingRecord[], from: number, kind: Creatable, id: string): boolean => {
  for (let at = from; at < records.length; at += 1) {
    if (records[at]?.kind === kind && records[at]?.draft[CREATED_ID[kind]] === id) return true;
  }
  return false;
};

/** An order and its lines in one row: goods are not delivered before they were ordered. */
const orderAndLines = (records: readonly PendingRecord[], from: number): CellProblem | null => {
  const row = records.slice(from);
  const order = row.find(({ kind, ifMissing }) => kind === 'orders' && !ifMissing);
  if (order === undefined) return null;
  for (const { kind, draft } of row) {
    const problem =
      kind === 'order_lines' ? deliveredBeforeOrdered(order.draft['ordered_at'], draft['delivered_at']) : null;
    if (problem !== null) return problem;
  }
  return null;
};

const keepEarliest = ({ earliest, kind, names }: Recipe, records: readonly PendingRecord[], from: number): void => {
  let draft: RecordDraft | undefined;
  for (let at = from; at < records.length && draft === undefined; at += 1) {
    if (records[at]?.kind === kind) draft = records[at]?.draft;
  }
  if (earliest === null || draft === undefined) return;
  const id = String(draft[names.id]);
  const at = Number(draft[earliest.column]);
  const { day } = earliest;
  const known = earliest.seen.get(id);
  if (known === undefined || at < known[0]) {
    earliest.seen.set(id, [at, day === undefined ? 0 : Number(draft[day])]);
    return;
  }
  draft[earliest.column] = known[0];
  if (day !== undefined) {
    draft[day] = known[1];
    draft[day.replace(/_day$/, '_week')] = weekOfDay(known[1]);
  }
};
