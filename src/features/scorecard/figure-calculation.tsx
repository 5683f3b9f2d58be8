import type { Formats } from '../../domain/format.ts';
import { isoWeekLabel } from '../../domain/week.ts';
import { calculationFacts } from '../../reading/calculation-facts.ts';
import styles from './calculation.module.css';
import { addressOf } from '../../state/address.ts';
import { followLink } from '../../state/use-view.ts';
import { indicatorView } from '../../state/view.ts';
import { FigureLink } from './figure-link.tsx';
import { useScorecardView } from './view-context.ts';
import type { Reading, Scorecard } from '../../reading/read-scorecard.ts';
import { RecordRows } from '../../parts/record-rows.tsx';
import { recordsBehind } from '../../reading/records-behind.ts';
import { tileModel } from '../../reading/tile-model.ts';
import { TileValue } from '../../parts/tile-value.tsx';
import { HeardStatus } from '../../parts/heard-status.tsx';

type Props = {
  readonly card: Scorecard;
  readonly reading: Reading;
  readonly formats: Formats;
  readonly teams: readonly string[];
};

/** One figure: in words, in numbers, and the rows that were counted. */
export function FigureCalculation({ card, reading, formats, teams }: Props) {
  const { indicator } = reading;
  const { week: weekInView, teams: teamsInView, compare } = useScorecardView();
  const tile = tileModel(card, reading, formats);
  const week = reading.kind === 'read' ? reading.measure.week : card.week;
  const parts = [...card.indicators.values()].filter(
    (other) => other.group === 'part' && other.pairedWith.includes(indicator.id),
  );
  return (
    <>
      <p className={styles.definition}>{indicator.definition}</p>
      <p className={styles.page}>
        <a
          href={addressOf({ ...indicatorView(indicator.id), week: weekInView, teams: teamsInView, compare })}
          className={styles.link}
          onClick={followLink}
        >
          {indicator.name} on its own page
        </a>
        : its years, teams, annotations and restated weeks
      </p>
      {indicator.id === 'silent-customers' ? null : (
        <div className={styles.figure}>
          <p className={styles.value}>
            <TileValue tile={tile} />
          </p>
          <p>
            <HeardStatus status={tile.status} />
          </p>
        </div>
      )}
      <dl className={styles.facts}>
        {calculationFacts(card, reading, formats).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {parts.length === 0 ? null : (
        <p className={styles.parts}>
          Read beside it:{' '}
          {parts.map((part) => (
            <FigureLink key={part.id} className={styles.link} open={{ kind: 'figure', indicator: part.id }}>
              {part.name}
            </FigureLink>
          ))}
        </p>
      )}
      {reading.kind === 'failed' ? null : (
        <RecordRows
          indicator={indicator.id}
          name={indicator.name}
          kind={recordsBehind(indicator)}
          teams={teams}
          week={isoWeekLabel(week)}
          weekName={formats.weekName(week)}
          formats={formats}
          currency={card.catalogue.organisation.currency}
          timeZone={card.catalogue.organisation.timeZone}
        />
      )}
    </>
  );
}
