import { lazy, Suspense, useState } from 'react';
import type { ProposedChange } from '../../domain/proposed-change.ts';
import { useMay } from '../../parts/use-session.ts';
import type { IndicatorView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import styles from './indicator.module.css';
import type { IndicatorModel } from './page-model.ts';

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((file) => ({ default: file.ConfirmDialog })));

type Props = { readonly proposal: ProposedChange; readonly model: IndicatorModel; readonly view: IndicatorView };

/** A shift that lasts asks for new limits; nothing moves until a person confirms it. */
export function ProposalNote({ proposal, model, view }: Props) {
  const [dialog, setDialog] = useState<'closed' | 'open'>('closed');
  const { formats } = model;
  const several = view.teams.length > 1;
  const may = useMay();
  return (
    <>
      <p className={styles.proposal} role="status">
        Since {formats.weekName(proposal.from)} the figures stand {proposal.direction === 'high' ? 'above' : 'below'}{' '}
        the mean: draw new limits from there?{' '}
        {!may('confirmChange') ? (
          'An editor can confirm it.'
        ) : several ? (
          'Choose one team or all teams to confirm it.'
        ) : (
          <Button kind="link" onClick={() => setDialog('open')}>
            Confirm …
          </Button>
        )}
      </p>
      {dialog === 'closed' ? null : (
        <Suspense fallback={null}>
          <ConfirmDialog proposal={proposal} model={model} view={view} onClose={() => setDialog('closed')} />
        </Suspense>
      )}
    </>
  );
}
