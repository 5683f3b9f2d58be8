import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { isoDate, type DayNumber } from '../../../src/domain/week.ts';

/** A made-up wholesaler, larger than the sample: what a first import of an own system's export looks like. */
const TEAMS = 40;
const CUSTOMERS = 60_000;
const LINES_PER_ORDER = 2.5;
/** Orders are spread evenly over this span before the last day. */
export const SPAN_DAYS = 3 * 364;
const FLUSH_LINES = 4_000;

/** Deterministic scatter of 32 bits (the finaliser of MurmurHash3). */
const scatter = (value: number): number => {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

const writeLines = async (path: string, header: string, lines: Iterable<string>): Promise<void> => {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  file.write(`${header}\n`);
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(line);
    if (waiting.length < FLUSH_LINES) continue;
    if (!file.write(`${waiting.join('\n')}\n`)) await once(file, 'drain');
    waiting = [];
  }
  if (waiting.length > 0) file.write(`${waiting.join('\n')}\n`);
  file.end();
  await once(file, 'close');
};

const orderIdOf = (order: number): string => `SO-${String(order).padStart(7, '0')}`;
const teamIdOf = (team: number): string => `depot-${String(team).padStart(2, '0')}`;
const orderOfLine = (line: number): number => Math.floor(line / LINES_PER_ORDER);
export const ordersFor = (lines: number): number => orderOfLine(lines - 1) + 1;

const orderedDay = (order: number, orders: number, lastDay: DayNumber): DayNumber =>
  lastDay - SPAN_DAYS + Math.floor((order / orders) * (SPAN_DAYS - 8));

export const writeTeams = async (path: string): Promise<void> =>
  writeLines(
    path,
    'team_id,name',
    Array.from({ length: TEAMS }, (_, team) => `${teamIdOf(team)},Depot ${team + 1}`),
  );

export const writeOrders = async (path: string, lines: number, lastDay: DayNumber): Promise<void> => {
  const orders = ordersFor(lines);
  const rows = function* (): Generator<string> {
    for (let order = 0; order < orders; order += 1) {
      const customer = scatter(order * 2 + 1) % CUSTOMERS;
      const at = `${isoDate(orderedDay(order, orders, lastDay))} ${String(8 + (order % 10)).padStart(2, '0')}:15`;
      const total = (5_000 + (scatter(order) % 40_000)) / 100;
      yield `${orderIdOf(order)},C-${String(customer).padStart(5, '0')},${teamIdOf(customer % TEAMS)},${at},${total.toFixed(2)},${total.toFixed(2)},EUR`;
    }
  };
  await writeLines(path, 'order_id,customer_id,team_id,ordered_at,quoted_total,invoiced_total,currency', rows());
};

export const LINES_HEADER =
  'line_id,order_id,product,quantity_ordered,quantity_accepted,list_price,net_price,promised_at,delivered_at';

/** Some 95 bytes a line, dates and decimals as people export them; one line in twelve late, one in sixteen short. */
const lineOf = (line: number, orders: number, lastDay: DayNumber, lateBy: number): string => {
  const order = Math.min(orders - 1, orderOfLine(line));
  const dice = scatter(line * 3 + 2);
  const promised = orderedDay(order, orders, lastDay) + 2 + (dice % 4);
  const delivered = promised + (dice % 12 === 0 ? 1 + (dice % 3) : 0) + lateBy;
  const quantity = 1 + (dice % 9);
  const accepted = dice % 16 === 5 ? quantity - 1 : quantity;
  const list = (400 + (dice % 9_000)) / 100;
  return `${orderIdOf(order)}-${line},${orderIdOf(order)},Article ${dice % 900},${quantity},${accepted},${(list * quantity).toFixed(2)},${(list * quantity * 0.94).toFixed(2)},${isoDate(promised)},${isoDate(delivered)} 11:30`;
};

export const writeOrderLines = async (path: string, lines: number, lastDay: DayNumber): Promise<void> => {
  const orders = ordersFor(lines);
  const rows = function* (): Generator<string> {
    for (let line = 0; line < lines; line += 1) yield lineOf(line, orders, lastDay, 0);
  };
  await writeLines(path, LINES_HEADER, rows());
};

/** Lines of the last weeks as a later export brings them: the same ids, each a day later than it was told before. */
export const writeCorrections = async (
  path: string,
  of: { readonly lines: number; readonly count: number; readonly run: number; readonly lastDay: DayNumber },
): Promise<void> => {
  const orders = ordersFor(of.lines);
  const from = of.lines - of.count * (of.run + 1);
  const rows = Array.from({ length: of.count }, (_, i) => lineOf(from + i, orders, of.lastDay, 1));
  await writeLines(path, LINES_HEADER, rows);
};
