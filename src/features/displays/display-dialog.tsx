import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { catalogueQuery, teamsQuery } from '../../api/queries.ts';
import type { Display } from '../../contract/displays.ts';
import { useMay } from '../../parts/use-session.ts';
import type { DisplaysView } from '../../state/view.ts';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { DisplayForm } from './display-form.tsx';

type Props = {
  readonly open: NonNullable<DisplaysView['open']>;
  readonly displays: readonly Display[];
  readonly onClose: () => void;
  readonly onKept: (words: string) => void;
};

/** A screen is approved, or a display changed. An address may ask for what is not there, or what is not one's own. */
export function DisplayDialog({ open, displays, onClose, onKept }: Props) {
  const may = useMay();
  const { data: catalogue } = useQuery(catalogueQuery());
  const { data: teams } = useQuery(teamsQuery());
  const found = open.kind === 'display' ? displays.find(({ id }) => id === open.id) : undefined;
  // What is typed must not go from sight where somebody revokes the display meanwhile.
  const [first] = useState(found);
  const display = found ?? first;
  if (open.kind === 'display' && display === undefined)
    return (
      <Refused
        title="No such display"
        onClose={onClose}
        words="There is no display of this address any more. Somebody may have revoked it."
      />
    );
  const mayWrite = display === undefined ? may('approveDisplay') : may('changeDisplay', display.words.team);
  if (!mayWrite)
    return (
      <Refused
        title={display?.words.name ?? 'Approve a screen'}
        onClose={onClose}
        words="Displays are set up by editors, and by leads for their own teams."
      />
    );
  if (catalogue === undefined || teams === undefined) return null;
  return (
    <Dialog title={display === undefined ? 'Approve a screen' : display.words.name} size="wide" onClose={onClose}>
      <DisplayForm
        key={display?.id ?? 'new'}
        {...{ catalogue, teams: teams.teams, onClose, onKept }}
        display={display ?? null}
      />
    </Dialog>
  );
}

function Refused({
  title,
  words,
  onClose,
}: {
  readonly title: string;
  readonly words: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p className={forms.hint}>{words}</p>
    </Dialog>
  );
}
