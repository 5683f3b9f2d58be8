import type { Formats } from '../domain/format.ts';
import { isoWeekLabel, type WeekNumber } from '../domain/week.ts';
import { changeScoped } from '../state/use-view.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import { Stepper } from '../ui/stepper.tsx';
import type { Scorecard } from '../reading/read-scorecard.ts';
import { WeekList } from './week-list.tsx';

type Props = {
  readonly card: Pick<Scorecard, 'week' | 'last' | 'latest'>;
  readonly formats: Formats;
  readonly firstWeek: WeekNumber;
  /** `short`: "Week 46" alone, where there is no room for its days. */
  readonly words: 'full' | 'short';
};

/** The week in view, the ones beside it, and all others in a list by month. */
export function WeekControl({ card, formats, firstWeek, words }: Props) {
  const { week, last, latest } = card;
  const label = formats.week(week);
  const short = label.slice(0, label.indexOf(' · '));
  const step = (to: WeekNumber): (() => void) | null =>
    to < firstWeek || to > last ? null : () => goToWeek(to, latest);
  return (
    <Stepper
      label="Week"
      previous={{ label: 'Previous week', onPress: step(week - 1) }}
      next={{ label: 'Next week', onPress: step(week + 1) }}
    >
      <PopoverButton label={words === 'full' ? label : short} panelName="Choose a week">
        {({ close }) => (
          <WeekList
            from={firstWeek}
            to={last}
            chosen={week}
            latest={latest}
            formats={formats}
            onChoose={(to) => {
              close();
              goToWeek(to, latest);
            }}
          />
        )}
      </PopoverButton>
    </Stepper>
  );
}

/** Shows a week; the latest one is addressed as such, so that the address goes on to mean it next week. */
export function goToWeek(week: WeekNumber, latest: WeekNumber | null): void {
  changeScoped(() => ({ week: week === latest ? 'latest' : isoWeekLabel(week) }));
}
