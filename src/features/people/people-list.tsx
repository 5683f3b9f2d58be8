import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleQuery } from '../../api/people-queries.ts';
import { teamsQuery } from '../../api/queries.ts';
import type { Person } from '../../contract/people.ts';
import type { SignInMode } from '../../contract/session.ts';
import type { Team } from '../../contract/teams.ts';
import plain from '../../parts/plain-page.module.css';
import { ROLE_NAMES } from '../../reading/access-words.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import styles from './people-page.module.css';
import { PersonDialog } from './person-dialog.tsx';
import { stateWords } from './person-words.ts';
import { SectionFailure } from './section-failure.tsx';
import { useMoments } from './use-moments.ts';

type Open = { readonly kind: 'none' | 'invite' } | { readonly kind: 'person'; readonly id: string };

const NO_TEAMS: readonly Team[] = [];

/** Everybody who may sign in, and the way to invite somebody. */
export function PeopleList({ mode }: { readonly mode: SignInMode }) {
  const people = useQuery(peopleQuery());
  const { data } = useQuery(teamsQuery());
  const moment = useMoments();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = (): void => setOpen({ kind: 'none' });
  const teams = data?.teams ?? NO_TEAMS;
  const opened = open.kind === 'person' ? people.data?.people.find(({ id }) => id === open.id) : undefined;
  return (
    <section className={plain.section} aria-labelledby="people">
      <div className={styles.head}>
        <h2 id="people">People</h2>
        {mode === 'open' ? null : (
          <Button kind="primary" onClick={() => setOpen({ kind: 'invite' })}>
            {mode === 'accounts' ? 'Invite a person' : 'Add a person'}
          </Button>
        )}
      </div>
      {mode === 'open' ? (
        <p className={plain.quiet}>
          Nobody signs in here: this service is open, and this machine alone reaches it. Whoever runs it chooses a
          sign-in in the settings; then people are invited here.
        </p>
      ) : null}
      {people.error === null ? null : (
        <SectionFailure what="The people" error={people.error} onRetry={() => void people.refetch()} />
      )}
      {people.data === undefined || (mode === 'open' && people.data.people.length === 0) ? null : (
        <Table
          caption="People by name"
          captionLook="hidden"
          columns={columnsOf(teams, moment, (id) => setOpen({ kind: 'person', id }))}
          rows={people.data.people}
          rowKey={({ id }) => id}
        />
      )}
      {open.kind === 'invite' ? <InviteDialog mode={mode} teams={teams} onClose={close} /> : null}
      {opened === undefined ? null : (
        <PersonDialog key={opened.id} person={opened} mode={mode} teams={teams} onClose={close} />
      )}
    </section>
  );
}

function columnsOf(
  teams: readonly Team[],
  moment: (instant: string) => string,
  onChange: (id: string) => void,
): ReadonlyArray<TableColumn<Person>> {
  const nameOf = (id: string): string => teams.find((team) => team.id === id)?.name ?? id;
  const off = ({ state }: Person): string | undefined => (state === 'disabled' ? styles.off : undefined);
  return [
    {
      id: 'name',
      header: 'Name',
      kind: 'row-header',
      cell: (person) => (
        <div className={cx(styles.row, off(person))}>
          {person.name}
          <span className={styles.second}>
            {person.email}
            {person.state === 'active' ? '' : `, ${person.state}`}
          </span>
        </div>
      ),
    },
    {
      id: 'role',
      header: 'Role',
      kind: 'text',
      cell: ({ role, teams: led }) => (
        <>
          {ROLE_NAMES[role]}
          {role === 'lead' ? (
            <span className={styles.second}>{led.length === 0 ? 'no team yet' : led.map(nameOf).join(', ')}</span>
          ) : null}
        </>
      ),
    },
    {
      id: 'records',
      header: 'Names and words',
      kind: 'text',
      need: 'extra',
      cell: ({ records }) => (records ? 'shown' : 'not shown'),
    },
    { id: 'state', header: 'State', kind: 'text', need: 'extra', cell: (person) => stateWords(person, moment) },
    {
      id: 'seen',
      header: 'Last here',
      kind: 'text',
      need: 'extra',
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? 'never' : moment(lastSeenAt)),
    },
    {
      id: 'sessions',
      header: 'Signed in',
      kind: 'number',
      need: 'extra',
      cell: ({ sessions }) => (sessions === 0 ? 'no' : sessions === 1 ? '1 place' : `${sessions} places`),
    },
    {
      id: 'change',
      header: 'Change',
      kind: 'text',
      cell: ({ id, name }) => (
        <Button kind="link" aria-label={`Change ${name}`} onClick={() => onChange(id)}>
          Change
        </Button>
      ),
    },
  ];
}
