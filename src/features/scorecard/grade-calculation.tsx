import type { Dimension, Indicator } from '../../domain/catalogue-types.ts';
import type { Formats } from '../../domain/format.ts';
import { gradeWord, type LeftOutReason } from '../../domain/grade.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import styles from './calculation.module.css';
import { FigureLink } from './figure-link.tsx';
import { dimensionName, gradeOfDimension } from '../../reading/grades.ts';
import type { Scorecard } from '../../reading/read-scorecard.ts';

type Props = { readonly card: Scorecard; readonly dimension: Dimension; readonly formats: Formats };
type Part = ReturnType<typeof gradeOfDimension>['parts'][number];

const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  'no-marks': 'has no marks',
  'no-figure': 'has no figure in this week',
  'no-weight': 'has no weight',
};

const WORDS = {
  failed: 'failed',
  'at-risk': 'at risk: no pass',
  'buys-again': 'buys again',
  delighted: 'delighted',
} as const;

/** The weighted mean of the grades of a dimension's indicators, with every mark and weight, and what was left out. */
export function GradeCalculation({ card, dimension, formats }: Props) {
  const { grade, parts, leftOut } = gradeOfDimension(card, dimension);
  return (
    <>
      <p className={styles.definition}>
        A school grade as the customer would give it: 6 buys again, 5 or less has failed, 10 is delighted. Each
        indicator is graded along its own marks; the grade of {dimensionName(dimension)} is their weighted mean.
      </p>
      <p className={styles.value}>{grade === null ? 'No grade' : formats.number(grade, 1)}</p>
      <p>
        {grade === null
          ? 'No indicator has both marks and a figure.'
          : `${formats.number(grade, 1)} of 10, ${WORDS[gradeWord(grade)]}`}
      </p>
      {parts.length === 0 ? null : (
        <Table
          caption="Indicators in the grade"
          captionLook="hidden"
          columns={columns(formats)}
          rows={parts}
          rowKey={(part) => part.indicator.id}
        />
      )}
      {leftOut.length === 0 ? null : (
        <p className={styles.parts}>
          Left out: {leftOut.map(({ indicator, reason }) => `${indicator.name} ${LEFT_OUT[reason]}`).join('; ')}.
        </p>
      )}
    </>
  );
}

function columns(formats: Formats): ReadonlyArray<TableColumn<Part>> {
  const mark = (indicator: Indicator, pick: 'floor' | 'pass' | 'delight'): string =>
    indicator.marks === null ? '' : formats.figure(indicator, indicator.marks[pick]);
  return [
    {
      id: 'name',
      header: 'Indicator',
      kind: 'row-header',
      cell: ({ indicator }) => (
        <FigureLink className={styles.link} open={{ kind: 'figure', indicator: indicator.id }}>
          {indicator.name}
        </FigureLink>
      ),
    },
    { id: 'value', header: 'Figure', kind: 'number', cell: ({ indicator, value }) => formats.figure(indicator, value) },
    {
      id: 'floor',
      header: 'Grade 0',
      kind: 'number',
      need: 'extra',
      cell: ({ indicator }) => mark(indicator, 'floor'),
    },
    { id: 'pass', header: 'Grade 6', kind: 'number', need: 'extra', cell: ({ indicator }) => mark(indicator, 'pass') },
    {
      id: 'delight',
      header: 'Grade 10',
      kind: 'number',
      need: 'extra',
      cell: ({ indicator }) => mark(indicator, 'delight'),
    },
    {
      id: 'weight',
      header: 'Weight',
      kind: 'number',
      cell: ({ weight }) => formats.number(weight, Number.isInteger(weight) ? 0 : 2),
    },
    { id: 'grade', header: 'Grade', kind: 'number', cell: ({ grade }) => formats.number(grade, 1) },
  ];
}
