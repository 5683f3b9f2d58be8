/** Settings that cannot be used; the message names every variable that is at fault and what it must be. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(['Kept cannot start with these settings:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'SettingsError';
  }
}
