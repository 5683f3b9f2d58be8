import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { catalogueQuery, teamsQuery } from '../api/queries.ts';
import { computedIndicators } from '../domain/catalogue-computed.ts';
import { useMay, useSession } from '../parts/use-session.ts';
import { usePrefetchTeams } from '../features/scorecard/use-prefetch-teams.ts';
import { teamRows } from '../reading/team-tree.ts';
import { chooseTeams } from '../state/choose-teams.ts';
import { setTheme } from '../state/preferences.ts';
import { currentView, goTo } from '../state/use-view.ts';
import { indicatorView, scopedOf } from '../state/view.ts';
import { Dialog } from '../ui/dialog.tsx';
import { pageFrom, pagesFor } from './pages.ts';
import styles from './palette.module.css';
import { THEME_ITEMS } from './theme-menu.tsx';

const TEAM = 'team ';

type Props = { readonly onClose: () => void; readonly onKeys: () => void; readonly onAccount: () => void };

/** Every page, team and indicator by its name, and what else can be done from anywhere. Loaded when it is first asked for. */
export function Palette({ onClose, onKeys, onAccount }: Props) {
  const may = useMay();
  const session = useSession();
  const { data: catalogue } = useQuery(catalogueQuery());
  const { data: teams } = useQuery(teamsQuery());
  const prefetch = usePrefetchTeams();
  const rows = teamRows(teams?.teams ?? [], catalogue?.organisation.locale ?? 'en-GB');
  const available = new Set(catalogue?.available ?? []);
  const indicators = [
    ...computedIndicators.filter((indicator) => indicator.group !== 'part' && available.has(indicator.id)),
    ...(catalogue?.own ?? []),
  ];
  const then = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Dialog title="Find or jump to" look="bare" onClose={onClose}>
      <Command
        label="Find or jump to"
        className={styles.palette}
        onValueChange={(value) => (value.startsWith(TEAM) ? prefetch([value.slice(TEAM.length)]) : undefined)}
      >
        <Command.Input className={styles.input} placeholder="A page, a team, an indicator" data-first-focus="" />
        <Command.List className={styles.list}>
          <Command.Empty className={styles.empty}>Nothing of that name.</Command.Empty>
          <Command.Group heading="Pages" className={styles.group}>
            {pagesFor(may, session?.mode).map(({ page, name }) => (
              <Item
                key={page}
                value={`page ${page}`}
                name={name}
                onSelect={then(() => goTo(pageFrom(page, currentView())))}
              />
            ))}
          </Command.Group>
          <Command.Group heading="Indicators" className={styles.group}>
            {indicators.map(({ id, name }) => (
              <Item
                key={id}
                value={`indicator ${id}`}
                name={name}
                onSelect={then(() => goTo({ ...indicatorView(id), ...scopedOf(currentView()) }))}
              />
            ))}
          </Command.Group>
          <Command.Group heading="Teams" className={styles.group}>
            <Item value="all teams" name="All teams" onSelect={then(() => chooseTeams([]))} />
            {rows.map((row) => (
              <Item
                key={row.id}
                value={`${TEAM}${row.id}`}
                name={row.name}
                note={row.above.join(' › ')}
                onSelect={then(() => chooseTeams([row.id]))}
              />
            ))}
          </Command.Group>
          <Command.Group heading="Settings" className={styles.group}>
            {THEME_ITEMS.map((item) => (
              <Item
                key={item.value}
                value={`theme ${item.value}`}
                name={`Theme: ${item.label}`}
                onSelect={then(() => setTheme(item.value))}
              />
            ))}

            <Item value="account" name="Account" onSelect={then(onAccount)} />
            <Item value="keys" name="Keys" note="?" onSelect={then(onKeys)} />
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

type ItemProps = {
  readonly value: string;
  readonly name: string;
  readonly note?: string;
  readonly onSelect: () => void;
};

function Item({ value, name, note = '', onSelect }: ItemProps) {
  return (
    <Command.Item value={value} keywords={[name, note]} onSelect={onSelect} className={styles.item}>
      <span>{name}</span>
      {note === '' ? null : <span className={styles.note}>{note}</span>}
    </Command.Item>
  );
}
