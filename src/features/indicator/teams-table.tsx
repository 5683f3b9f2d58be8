import type { TeamMultiple } from '../../reading/team-multiples.ts';
import { HeardStatus } from '../../parts/heard-status.tsx';
import type { IndicatorView } from '../../state/view.ts';
import { SignalChip } from '../../ui/signal-chip.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { TeamLink } from './teams-link.tsx';

/** The same teams as a real table: by name, as the pictures are, and not to be sorted by rank. */
export function TeamsTable({ teams, view }: { readonly teams: readonly TeamMultiple[]; readonly view: IndicatorView }) {
  const columns: ReadonlyArray<TableColumn<TeamMultiple>> = [
    {
      id: 'team',
      header: 'Team',
      kind: 'row-header',
      cell: ({ id, name }) => (
        <TeamLink id={id} view={view}>
          {name}
        </TeamLink>
      ),
    },
    {
      id: 'value',
      header: 'Value',
      kind: 'number',
      cell: ({ value }) => (value.kind === 'words' ? value.words : value.number + value.unit),
    },
    {
      id: 'status',
      header: 'Status',
      kind: 'text',
      cell: ({ status }) => <HeardStatus status={status} words="status" />,
    },
    { id: 'gap', header: 'Gap', kind: 'number', cell: ({ gap }) => gap },
    { id: 'cases', header: 'Cases', kind: 'number', need: 'extra', cell: ({ cases }) => cases },
    {
      id: 'signal',
      header: 'Signal',
      kind: 'text',
      cell: ({ signal, quiet }) =>
        signal === null ? (
          quiet
        ) : (
          <>
            <SignalChip signal={signal.tone} /> {signal.words}
          </>
        ),
    },
  ];
  return <Table caption="Teams" captionLook="hidden" columns={columns} rows={teams} rowKey={({ id }) => id} />;
}
