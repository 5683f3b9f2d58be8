import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { breakdownQuery } from '../../api/indicator-queries.ts';
import { RouteFrame } from '../../charts/route-frame.tsx';
import { paceSentence } from '../../domain/route-sentence.ts';
import type { GoalAhead } from '../../reading/goal-ahead.ts';
import { concernedTeams, useMay } from '../../parts/use-session.ts';
import { goalFacts, recognitionWords } from '../../reading/goal-facts.ts';
import type { GoalRow } from '../../reading/goal-row.ts';
import { routeModel } from '../../reading/route-model.ts';
import { addressOf } from '../../state/address.ts';
import { indicatorView, scopedOf, type GoalsView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { SignalChip } from '../../ui/signal-chip.tsx';
import { causesOf } from './causes-of.ts';
import type { GoalDialogOpen } from './goal-dialog.tsx';
import type { GoalsModel } from './goals-model.ts';
import styles from './goals.module.css';

type Props = {
  readonly model: GoalsModel;
  readonly view: GoalsView;
  readonly name: string;
  readonly row: GoalRow;
  readonly ahead: GoalAhead | null;
  readonly onOpen: (open: GoalDialogOpen) => void;
};

/** The route of the goal in focus: chart, sentences, chance, how steadily the target is met, and what can be done with it. */
export function RouteSection(props: Props) {
  const { model, name, row } = props;
  const { route } = row;
  if (route.kind === 'unread') {
    return (
      <section className={styles.region} aria-label={`${row.name}, ${name}: route to the goal`}>
        <h2 className={styles.heading}>
          {row.name}, {name}: route to the goal
        </h2>
        <p className={styles.quiet}>{route.why}.</p>
        <GoalTools {...props} />
      </section>
    );
  }
  return <ReadRoute {...props} route={route} key={`${model.team ?? ''} ${row.id}`} />;
}

type ReadProps = Props & { readonly route: Extract<GoalRow['route'], { kind: 'read' }> };

function ReadRoute({ route, ...props }: ReadProps) {
  const { model, name, ahead } = props;
  const { card, formats, span } = model;
  const chart = useMemo(
    () => routeModel(card, route, ahead, { span, scopeName: name }, formats),
    [card, route, ahead, span, name, formats],
  );
  const facts = useMemo(() => goalFacts(card, route, ahead, formats), [card, route, ahead, formats]);
  const recognition = recognitionWords(route, formats);
  const pace = usePace(model, route);
  return (
    <div className={styles.route}>
      <RouteFrame model={chart} line={pace ?? chart.sentence} />
      <div className={styles.says}>
        {pace === null ? null : <p>{chart.sentence}</p>}
        {recognition === null ? null : (
          <p className={styles.recognition}>
            <SignalChip signal="improving" /> {recognition}
          </p>
        )}
      </div>
      <dl className={styles.facts} aria-label="How steadily">
        {facts.map(({ id, name: fact, words }) => (
          <div key={id}>
            <dt>{fact}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <GoalTools {...props} />
    </div>
  );
}

/** The pace in cases as well, once it is known what the cases are called. */
function usePace(model: GoalsModel, route: ReadProps['route']): string | null {
  const asked = causesOf(model, route);
  const { data } = useQuery({
    ...breakdownQuery(route.indicator.id, asked.week, asked.teams, asked.from),
    enabled: asked.enabled,
  });
  return paceSentence(route.soFar, data?.casesWords ?? '', model.formats);
}

function GoalTools({ view, row, onOpen }: Props) {
  const may = useMay();
  const { goal, name, route } = row;
  const whose = concernedTeams(goal.team);
  const known = route.indicator !== null && route.indicator.origin !== 'planned';
  return (
    <p className={styles.tools}>
      {may('changeGoal', whose) ? (
        <Button kind="link" onClick={() => onOpen({ kind: 'change', goal })}>
          Change
        </Button>
      ) : null}
      {may('endGoal', whose) ? (
        <Button kind="link" onClick={() => onOpen({ kind: 'end', goal })}>
          End
        </Button>
      ) : null}
      <Button kind="link" onClick={() => onOpen({ kind: 'history', goal })}>
        Versions
      </Button>
      {known ? (
        <Link className={styles.link} href={addressOf({ ...indicatorView(goal.indicator), ...scopedOf(view) })}>
          {name} on a page of its own
        </Link>
      ) : null}
    </p>
  );
}
