/** An organisation's own indicator and three weeks of it, as files to import. */
export const OWN_INDICATOR = 'keys-handed-over';

export const indicatorsFile = [
  'indicator_id,name,dimension,unit,better,decimals,floor,pass,delight,lag_days,definition',
  `${OWN_INDICATOR},Keys handed over,quality,percent,higher,1,50,80,99,0,Orders whose keys were handed over at the door.`,
  '',
].join('\n');

export const ownWeeks = { from: '2026-W44', to: '2026-W46', numerators: [41, 44, 47], denominators: [50, 52, 55] };

export function observationsFile(team: string): string {
  return [
    'indicator_id,team_id,week,numerator,denominator',
    `${OWN_INDICATOR},${team},2026-W44,41,50`,
    `${OWN_INDICATOR},${team},2026-W45,44,52`,
    `${OWN_INDICATOR},${team},2026-W46,47,55`,
    '',
  ].join('\n');
}

/** One of its rows has a numerator that is none. */
export function observationsFileWithBadRow(team: string): string {
  return observationsFile(team).replace('44,52', 'many,52');
}
