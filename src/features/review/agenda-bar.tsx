import type { ReviewSection } from '../../contract/reviews.ts';
import { firstOf, SECTIONS, type Step } from '../../reading/review-steps.ts';
import { minutesIn, useReviewClock, type ReviewClock } from '../../state/review-clock.ts';
import { cx } from '../../ui/cx.ts';
import styles from './agenda-bar.module.css';
import { StepLink, type StepLinks } from './step-link.tsx';

type Props = {
  readonly steps: readonly Step[];
  readonly section: ReviewSection;
  /** "3 of 11 measures"; empty where none is in focus. */
  readonly place: string;
  readonly links: StepLinks;
  /** Minutes by section of a closed review; null: those of this screen's clock. */
  readonly spent: ReadonlyArray<{ readonly section: ReviewSection; readonly minutes: number }> | null;
  readonly look: 'desk' | 'phone';
};

const TOTAL = SECTIONS.reduce((sum, { minutes }) => sum + minutes, 0);

/** The hour as a bar: a step is as wide as its minutes, and inked as far as its time is used. */
export function AgendaBar({ steps, section, place, links, spent, look }: Props) {
  const clock = useReviewClock();
  const used = SECTIONS.map(({ id }) => usedIn(id, clock, spent));
  return (
    <nav className={cx(styles.agenda, look === 'phone' ? styles.phone : null)} aria-label="Agenda">
      <ol
        className={styles.steps}
        style={{ gridTemplateColumns: SECTIONS.map(({ minutes }) => `${minutes}fr`).join(' ') }}
      >
        {SECTIONS.map(({ id, name, minutes }, index) => {
          const { share, whole } = used[index] ?? { share: 0, whole: 0 };
          const isNow = id === section;
          const time = isNow || whole > 0 ? `${whole} of ${minutes} min` : `${minutes} min`;
          return (
            <li key={id} className={cx(styles.step, isNow ? styles.now : null)}>
              <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
                <rect className={styles.track} width="100" height="6" />
                {share === 0 ? null : <rect className={styles.used} width={100 * Math.min(1, share)} height="6" />}
              </svg>
              <StepLink
                links={links}
                step={firstOf(steps, id)}
                className={styles.link}
                {...(isNow ? { 'aria-current': 'step' } : {})}
              >
                <span className={styles.name}>
                  <b>{index + 1}</b>
                  <span>{name}</span>
                </span>
                <span className={styles.time}>{isNow && place !== '' ? `${place}, ${time}` : time}</span>
              </StepLink>
            </li>
          );
        })}
      </ol>
      {look === 'phone' ? <p className={styles.said}>{saidOf(section, place, used)}</p> : null}
    </nav>
  );
}

/** On a phone, under the bar: the section in view alone is named. */
function saidOf(section: ReviewSection, place: string, used: ReadonlyArray<{ readonly whole: number }>): string {
  const index = SECTIONS.findIndex(({ id }) => id === section);
  const { name = '', minutes = 0 } = SECTIONS[index] ?? {};
  const time = `${used[index]?.whole ?? 0} of ${minutes} min`;
  return `${name}: ${place === '' ? time : `${place}, ${time}`}`;
}

/** How much of the allotted time is used, and the whole minutes of it. */
function usedIn(
  id: ReviewSection,
  clock: ReviewClock,
  spent: Props['spent'],
): { readonly share: number; readonly whole: number } {
  const allotted = SECTIONS.find((each) => each.id === id)?.minutes ?? TOTAL;
  if (spent !== null) {
    const whole = spent.find((each) => each.section === id)?.minutes ?? 0;
    return { share: whole / allotted, whole };
  }
  return { share: (clock.spent[id] ?? 0) / 60 / allotted, whole: minutesIn(clock, id) };
}
