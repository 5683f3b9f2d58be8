import { RECORD_KINDS } from '../src/domain/catalogue-types.ts';
import type { Field, FieldType } from '../server/importing/field-types.ts';
import { fieldsOf } from '../server/importing/record-fields.ts';

/** What a person puts into a cell of each type. */
const CELL: Readonly<Record<Exclude<FieldType['is'], 'enum'>, string>> = {
  id: 'id',
  text: 'text',
  number: 'number',
  quantity: 'number, not negative',
  whole: 'whole number',
  money: 'amount',
  currency: 'currency code, `EUR`',
  flag: '`yes`, `no`, `1`, `0`',
  score: 'number on the scale of its post',
  day: 'date',
  week: 'ISO week, `2026-W46`',
  instant: 'date, or date and time',
  deadline: 'date (its end counts), or date and time',
};

const cellOf = ({ type, otherwise }: Field): string => {
  const cell = type.is === 'enum' ? type.values.map((value) => `\`${value}\``).join(', ') : CELL[type.is];
  return otherwise === undefined ? cell : `${cell}; empty: \`${otherwise}\``;
};

const kindDocs = (kind: (typeof RECORD_KINDS)[number]): string => {
  const rows = fieldsOf(kind).fields.map(
    (field) => `| ${field.required ? `**${field.name}**` : field.name} | ${cellOf(field)} |`,
  );
  return [`## ${kind}`, '', '| column | what stands in it |', '|---|---|', ...rows, ''].join('\n');
};

/** The text of `docs/records.md`: every record kind with its columns, as the importer checks them. */
export const recordDocs = (): string =>
  [
    '<!-- Written by `npm run docs:records`; a test compares it with the importer. -->',
    '# Record kinds',
    '',
    'The columns of a file for `npm run import -- FILE --kind KIND`. Those in **bold** are required. Their order does not matter, and other columns are passed over. How files with columns of their own are mapped onto these: [importing.md](importing.md).',
    '',
    ...RECORD_KINDS.map(kindDocs),
  ].join('\n');
