import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { breakdownQuery } from '../../api/indicator-queries.ts';
import { BreakdownFailure } from '../../parts/breakdown-failure.tsx';
import { breakdownWeeks, casesText, causePareto, componentBars, componentSentence } from '../../reading/goal-causes.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { causesOf } from './causes-of.ts';
import type { GoalsModel } from './goals-model.ts';
import styles from './goals.module.css';
import { ParetoList } from './pareto-list.tsx';
import { useActionRows } from './use-action-rows.ts';

type Props = { readonly model: GoalsModel; readonly row: GoalRow };

const COMPONENTS = 'By the six components';

/** What stands behind the cases that went wrong, by first cause and by where it has to be removed. */
export function CausesSections({ model, row }: Props) {
  const { route } = row;
  return route.kind === 'unread' ? (
    <Both>No figure, so no cases to look into.</Both>
  ) : (
    <Causes model={model} row={row} route={route} />
  );
}

function Causes({ model, row, route }: Props & { readonly route: Extract<GoalRow['route'], { kind: 'read' }> }) {
  const { formats } = model;
  const asked = causesOf(model, route);
  const answer = useQuery({
    ...breakdownQuery(route.indicator.id, asked.week, asked.teams, asked.from),
    enabled: asked.enabled,
  });
  const actions = useActionRows(model);
  if (!asked.enabled)
    return (
      <Both>
        {route.indicator.origin === 'own'
          ? `${row.name} is sent ready-made: there are no records behind it.`
          : 'No figure, so no cases to look into.'}
      </Both>
    );
  if (answer.isPending) return <Both>{null}</Both>;
  if (answer.isError)
    return (
      <Both>
        <BreakdownFailure
          error={answer.error}
          what="The causes could not be read"
          onRetry={() => void answer.refetch()}
        />
      </Both>
    );
  const { data } = answer;
  const weeks = breakdownWeeks(data);
  if (data.casesWords === '')
    return <Both>No single case of {row.name.toLowerCase()} can go wrong: it has no causes.</Both>;
  if (data.cases === 0)
    return (
      <Both>
        No {data.casesWords} in {weeks}.
      </Both>
    );
  const open = actions.kind === 'read' ? actions.rows : [];
  const here = open.filter(({ minute }) => minute.indicator === row.goal.indicator);
  const sentence =
    actions.kind === 'read'
      ? componentSentence(
          data,
          here.map(({ component }) => component),
          formats,
        )
      : null;
  const causes = causePareto(data, formats);
  const components = componentBars(data, formats);
  const most = Math.max(...[...causes, ...components].map(({ count }) => count));
  return (
    <>
      <Region title={`Top causes, ${weeks}`} sub={`${casesText(data, formats)}, running share; rule at two thirds`}>
        <ParetoList label="Top causes" bars={causes} most={most} share="down to here" />
      </Region>
      <Region title={COMPONENTS} sub="Where the cause has to be removed, share">
        <ParetoList label={COMPONENTS} bars={components} most={most} share="share" />
        {sentence === null ? null : <p className={styles.note}>{sentence}</p>}
      </Region>
    </>
  );
}

/** Both regions without bars: the same sentence, or blocks of their size while they load. */
function Both({ children }: { readonly children: ReactNode }) {
  const body =
    children === null ? (
      <>
        <Skeleton width="100%" height={230} />
        <VisuallyHidden>Loading</VisuallyHidden>
      </>
    ) : (
      <div className={styles.quiet}>{children}</div>
    );
  return (
    <>
      <Region title="Top causes">{body}</Region>
      <Region title={COMPONENTS}>
        {children === null ? body : <p className={styles.quiet}>Nothing to divide.</p>}
      </Region>
    </>
  );
}

function Region({
  title,
  sub = '\u00a0',
  children,
}: {
  readonly title: string;
  readonly sub?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.region} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.sub}>{sub}</p>
      {children}
    </section>
  );
}
