import { isoDate, mondayOf } from '../../domain/week.ts';
import type { ProposedChange } from '../../domain/proposed-change.ts';
import { AnnotationFailure } from '../../parts/annotation-failure.tsx';
import { useAddAnnotation } from '../../parts/annotation-writes.ts';
import forms from '../../parts/annotation-form.module.css';
import { NameField, useName } from '../../parts/name-field.tsx';
import type { IndicatorView } from '../../state/view.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useState } from 'react';
import type { IndicatorModel } from './page-model.ts';

type Props = {
  readonly proposal: ProposedChange;
  readonly model: IndicatorModel;
  readonly view: IndicatorView;
  readonly onClose: () => void;
};

/** New limits from the week of the shift: who confirms them, and why. */
export function ConfirmDialog({ proposal, model, view, onClose }: Props) {
  const { formats, reading } = model;
  const { indicator } = reading;
  const name = useName();
  const [reason, setReason] = useState('');
  const saving = useAddAnnotation(onClose);
  const monday = mondayOf(proposal.from);
  const confirm = (): void =>
    saving.mutate({
      date: isoDate(monday),
      text: `New limits for ${indicator.name}`,
      indicator: indicator.id,
      team: view.teams[0] ?? null,
      kind: 'change',
      author: name,
      reason: reason.trim(),
    });
  return (
    <Dialog title={`New limits for ${indicator.name} from ${formats.weekName(proposal.from)}`} onClose={onClose}>
      <form
        className={forms.form}
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <p>
          {proposal.signal.weeks.length} weeks stand {proposal.direction === 'high' ? 'above' : 'below'} the mean of{' '}
          {formats.figure(indicator, proposal.signal.limits.mean)}. Mean and limits will be drawn anew from{' '}
          {formats.dayAndYear(monday)}; what lies before keeps its own. It can be withdrawn.
        </p>
        <label className={forms.wide}>
          Why did the process change?
          <textarea
            data-first-focus
            rows={3}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <NameField />
        {saving.error === null ? null : <AnnotationFailure error={saving.error} what="The new limits were not kept." />}
        <p className={forms.actions}>
          <Button kind="primary" type="submit" disabled={saving.isPending || name === '' || reason.trim() === ''}>
            {saving.isPending ? 'Keeping …' : 'Confirm new limits'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </p>
      </form>
    </Dialog>
  );
}
