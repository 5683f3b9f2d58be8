import type { Board } from '../../../src/contract/board.ts';
import { boardOfScenario, EVERY_SLIDE, messageOf, trendOf } from './boards.ts';

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel';
const LONG_NAME = `Vollständigkeit der Lieferpapiere und Zollunterlagen je Sendung, ${LONG_WORD}`;
export const LONG_INDICATOR = 'own-customs-papers';

/**
 * A board that asks too much of every layout: names and words of sixty letters without a blank, forty goals, letters that
 * the font does not have, notes and actions as long as anybody would write them.
 */
export function nastyBoard(): Board {
  const board = boardOfScenario('design', [
    ...EVERY_SLIDE.filter(({ kind }) => kind !== 'message'),
    trendOf(LONG_INDICATOR),
    messageOf(
      'Betriebsversammlungsverschiebungsmitteil',
      `${LONG_WORD}${LONG_WORD} 会議は金曜日に延期されました 🎉🎉 ${LONG_WORD}`,
    ),
  ]);
  const onTime = board.observations.series.find(({ indicator }) => indicator === 'on-time');
  const goals = board.goals.slice(0, 1);
  return {
    ...board,
    catalogue: {
      ...board.catalogue,
      own: [
        ...board.catalogue.own,
        {
          id: LONG_INDICATOR,
          name: LONG_NAME,
          dimension: 'quality',
          unit: 'percent',
          better: 'lower',
          decimals: 3,
          marks: null,
          lagDays: 0,
          definition: '',
        },
      ],
    },
    teams: board.teams.map((team) => ({ ...team, name: `${team.name} ${LONG_WORD}` })),
    observations: {
      ...board.observations,
      series: [
        ...board.observations.series,
        ...(onTime === undefined ? [] : [{ ...onTime, indicator: LONG_INDICATOR }]),
      ],
      annotations: board.observations.annotations.map((annotation) => ({
        ...annotation,
        text: `${annotation.text}: ${LONG_WORD}`,
        indicator: null,
      })),
    },
    goals: Array.from({ length: 40 }, (_, index) =>
      goals.map((goal) => ({ ...goal, id: `many-${index}`, team: index % 2 === 0 ? 'depot-north' : null })),
    ).flat(),
    due: [
      ...board.due,
      {
        kind: 'action',
        indicator: LONG_INDICATOR,
        text: `${LONG_WORD} ${LONG_WORD} ${LONG_WORD}`,
        due: '2026-01-01',
        week: '2026-W01',
      },
      { kind: 'action', indicator: LONG_INDICATOR, text: null, due: '2027-01-01', week: '2026-W46' },
      { kind: 'decision', indicator: null, text: null, due: null, week: '2026-W46' },
    ],
  };
}
