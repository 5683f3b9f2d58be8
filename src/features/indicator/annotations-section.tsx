import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../../api/api-error.ts';
import { annotationsQuery } from '../../api/indicator-queries.ts';
import type { Team } from '../../contract/teams.ts';
import { AnnotationList } from '../../parts/annotation-list.tsx';
import { useMay } from '../../parts/use-session.ts';
import type { IndicatorView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import styles from './indicator.module.css';
import type { IndicatorModel } from './page-model.ts';

type Props = { readonly model: IndicatorModel; readonly view: IndicatorView; readonly teams: readonly Team[] };

/** What happened, and where a person drew new limits: with who, when and why. */
export function AnnotationsSection({ model, view, teams }: Props) {
  const { card, formats } = model;
  const may = useMay();
  const { data, error, refetch } = useQuery(annotationsQuery(view.indicator));
  const { timeZone } = card.catalogue.organisation;
  const all = data?.annotations ?? [];
  const notes = all.filter(({ annotation }) => annotation.kind !== 'change');
  const changes = all.filter(({ annotation }) => annotation.kind === 'change');
  return (
    <section className={styles.region} aria-labelledby="annotations">
      <h2 id="annotations" className={styles.heading}>
        Annotations
      </h2>
      {error === null ? null : (
        <p role="alert">
          They could not be read. {wordsOf(error)}{' '}
          <Button kind="link" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {data !== undefined && notes.length === 0 ? (
        <p className={styles.quiet}>
          None so far.{may('addAnnotation') ? ' Annotate a week to tell what happened in it.' : ''}
        </p>
      ) : (
        <AnnotationList label="Annotations" annotations={notes} teams={teams} formats={formats} timeZone={timeZone} />
      )}
      {changes.length === 0 ? null : (
        <>
          <h3 className={styles.subHeading}>Confirmed changes of the process</h3>
          <AnnotationList
            label="Confirmed changes"
            annotations={changes}
            teams={teams}
            formats={formats}
            timeZone={timeZone}
          />
        </>
      )}
    </section>
  );
}
