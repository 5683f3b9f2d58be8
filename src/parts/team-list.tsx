import { Command } from 'cmdk';
import { memo, useMemo, useState, type MouseEvent } from 'react';
import type { Team } from '../contract/teams.ts';
import { currentView } from '../state/use-view.ts';
import { scopedOf } from '../state/view.ts';
import { teamRows } from '../reading/team-tree.ts';
import styles from './team-list.module.css';

type Props = {
  readonly teams: readonly Team[];
  readonly locale: string;
  readonly onChoose: (teams: readonly string[]) => void;
  /** A team that may be chosen next: its figures can be fetched already. */
  readonly onHighlight: (teams: readonly string[]) => void;
  readonly onClose: () => void;
};

type Mode = 'one' | 'several';
const ALL = 'all teams';

/** Teams to search and choose: one and done, or several together. Loaded when it is opened: cmdk is not in the first paint. */
export const TeamList = memo(function TeamList({ teams, locale, onChoose, onHighlight, onClose }: Props) {
  const [chosen, setChosen] = useState(chosenNow);
  const [mode, setMode] = useState<Mode>(chosen.length > 1 ? 'several' : 'one');
  const rows = useMemo(() => teamRows(teams, locale), [teams, locale]);
  const select = (id: string): void => {
    const next = id === ALL ? [] : mode === 'one' ? [id] : toggled(chosen, id);
    onChoose(next);
    if (mode === 'several' && id !== ALL) setChosen(next);
    else afterFrame(onClose);
  };
  const highlight = (value: string): void =>
    onHighlight(value === ALL ? [] : mode === 'one' ? [value] : toggled(chosen, value));
  const press = (event: MouseEvent): void => {
    event.preventDefault();
    setMode(mode === 'one' ? 'several' : 'one');
  };
  return (
    <Command className={styles.list} label="Teams" onValueChange={highlight} defaultValue={chosen[0] ?? ALL}>
      <div className={styles.head}>
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the panel was opened to search in it */}
        <Command.Input className={styles.input} placeholder="Find a team" autoFocus />
        <button type="button" className={styles.mode} aria-pressed={mode === 'several'} onClick={press}>
          Several
        </button>
      </div>
      <Command.List className={styles.rows}>
        <Command.Empty className={styles.none}>No team of that name.</Command.Empty>
        <Command.Item value={ALL} keywords={['All teams']} onSelect={() => select(ALL)} className={styles.row}>
          <Tick shown={chosen.length === 0} />
          All teams
        </Command.Item>
        {rows.map((row) => (
          <Command.Item
            key={row.id}
            value={row.id}
            keywords={[row.name, ...row.above]}
            onSelect={() => select(row.id)}
            onPointerEnter={() => highlight(row.id)}
            className={styles.row}
            style={{ paddingInlineStart: 8 + row.depth * 16 }}
          >
            <Tick shown={chosen.includes(row.id)} />
            {row.name}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
});

/** The teams in the address when the list is opened. From then on it keeps its own: two hundred rows are not drawn again by a switch. */
function chosenNow(): readonly string[] {
  return scopedOf(currentView()).teams;
}

/** First the figures, then the list goes: taking its rows down would hold up the frame that shows them. */
function afterFrame(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}

function Tick({ shown }: { readonly shown: boolean }) {
  return <span className={styles.tick}>{shown ? <span aria-label="chosen">✓</span> : null}</span>;
}

function toggled(chosen: readonly string[], id: string): readonly string[] {
  return (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]).toSorted();
}
