import type { ReactNode } from 'react';
import { DisplayMark } from './display-mark.tsx';
import type { FleetRow } from './fleet-row.ts';
import { problemWords } from './fleet-table.tsx';
import styles from './fleet.module.css';
import { SaidOf } from './said-of.tsx';

type Props = { readonly rows: readonly FleetRow[]; readonly tools: (row: FleetRow) => ReactNode };

/** The displays one below the other, for a phone. */
export function FleetCards({ rows, tools }: Props) {
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.display.id} className={styles.card} aria-labelledby={`display-${row.display.id}`}>
          <h3 id={`display-${row.display.id}`} className={styles.name}>
            {row.name}
          </h3>
          <p>
            <DisplayMark state={row.state} />
          </p>
          <dl className={styles.facts}>
            <Fact name="Last heard">{row.heard === null ? 'never' : `${row.heard.ago}, ${row.heard.at}`}</Fact>
            <Fact name="Shows">
              {row.shows}
              {row.rotation === 'paused' ? ', paused' : ''}
            </Fact>
            <Fact name="Teams">{row.teams}</Fact>
            <Fact name="Its clock">
              <SaidOf said={row.clock} />
            </Fact>
            <Fact name="Build">
              <SaidOf said={row.build} />
            </Fact>
            <Fact name="Picture">
              {row.picture === null ? '' : `${row.picture}; `}
              {row.size}
            </Fact>
            <Fact name="Problems">{problemWords(row.problems)}</Fact>
          </dl>
          {tools(row)}
        </li>
      ))}
    </ul>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
