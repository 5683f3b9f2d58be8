/** Every time zone that this browser knows by name, and the one that is chosen, which may have another name here. */
export function timeZonesWith(chosen: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes('UTC') ? known : ['UTC', ...known];
  return chosen === '' || all.includes(chosen) ? all : [chosen, ...all];
}
