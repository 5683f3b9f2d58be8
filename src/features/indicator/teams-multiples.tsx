import { useMemo, useRef, useState } from 'react';
import { MiniTrend } from '../../charts/mini-trend.tsx';
import { SparklineHatch } from '../../charts/sparkline.tsx';
import { MULTIPLE_PLOT } from '../../charts/trend-frame.ts';
import { useWidth } from '../../charts/use-width.ts';
import type { Formats } from '../../domain/format.ts';
import { HeardStatus } from '../../parts/heard-status.tsx';
import { sharedScale, teamMultiple, type TeamMultiple, type ValueScale } from '../../reading/team-multiples.ts';
import type { TeamReading } from '../../reading/team-multiples-read.ts';
import type { IndicatorView } from '../../state/view.ts';
import { SignalChip } from '../../ui/signal-chip.tsx';
import { TeamLink } from './teams-link.tsx';
import { TeamsPager, usePages } from './teams-pager.tsx';
import { TeamsTable } from './teams-table.tsx';
import styles from './teams.module.css';

const GUTTER = 32;
const LEAST = 280;
/** The width of the page between its margins at 1440. */
const EXPECTED = 1376;

/** Teams in columns of about 320 px, by name, on one scale. */
export function TeamsMultiples({
  all,
  view,
  formats,
  shows,
}: {
  readonly all: readonly TeamReading[];
  readonly view: IndicatorView;
  readonly formats: Formats;
  readonly shows: 'pictures' | 'table';
}) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref, EXPECTED);
  const columns = Math.max(1, Math.min(4, Math.floor((width + GUTTER) / (LEAST + GUTTER))));
  const column = Math.floor((width - GUTTER * (columns - 1)) / columns);
  const scale = useMemo(() => sharedScale(all, MULTIPLE_PLOT), [all]);
  const pages = usePages(all);
  const [known] = useState(() => new Map<TeamReading, TeamMultiple>());
  const shown = pages.shown.map((reading) => {
    const model = known.get(reading) ?? teamMultiple(reading, formats);
    known.set(reading, model);
    return model;
  });
  return (
    <>
      <TeamsPager pages={pages} formats={formats} />
      <div ref={ref} />
      {shows === 'table' ? (
        <TeamsTable teams={shown} view={view} />
      ) : (
        <ul
          className={styles.grid}
          style={{ gridTemplateColumns: `repeat(${columns}, ${column}px)` }}
          aria-label="Teams"
        >
          {shown.map((team) => (
            <li key={team.id}>
              <Multiple team={team} view={view} width={column} scale={scale} locale={formats.locale} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Multiple({
  team,
  view,
  width,
  scale,
  locale,
}: {
  readonly team: TeamMultiple;
  readonly view: IndicatorView;
  readonly width: number;
  readonly scale: ValueScale;
  readonly locale: string;
}) {
  const { value, picture, signal } = team;
  return (
    <article aria-label={team.name}>
      <div className={styles.top}>
        <h3 className={styles.name}>
          <TeamLink id={team.id} view={view}>
            {team.name}
          </TeamLink>
        </h3>
        <HeardStatus status={team.status} words="status" />
      </div>
      <p className={styles.figure}>
        <b className={value.kind === 'words' ? styles.words : value.look === 'old' ? styles.old : undefined}>
          {value.kind === 'words' ? value.words : value.number + value.unit}
        </b>{' '}
        <span>{[team.gap, team.cases].filter((text) => text !== '').join(' · ')}</span>
      </p>
      {picture === 'hatch' ? (
        <SparklineHatch width={width} height={116} />
      ) : picture === null ? (
        <p className={styles.none} style={{ height: 116 }}>
          No week with a figure in these 26
        </p>
      ) : (
        <MiniTrend model={picture} width={width} locale={locale} shared={scale} label={team.sentence} />
      )}
      <p className={styles.signal}>
        {signal === null ? (
          <span className={styles.quiet}>{team.quiet}</span>
        ) : (
          <>
            <SignalChip signal={signal.tone} />
            <span>{signal.words}</span>
          </>
        )}
      </p>
    </article>
  );
}
