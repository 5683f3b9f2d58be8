import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
/** How the overview of teams is sorted. */
export type TeamOrder = 'need' | 'structure';
export type Preferences = {
  readonly theme: Theme;
  /** Under which this person's notes, decisions and annotations stand; empty until one is given. */
  readonly name: string;
  /** What a printed review carries after its two pages. */
  readonly appendix: 'none' | 'tables';
  readonly teamOrder: TeamOrder;
};

const KEY = 'kept:preferences';
/** As the contract takes it. */
const LONGEST_NAME = 80;
const DEFAULTS: Preferences = { theme: 'system', name: '', appendix: 'none', teamOrder: 'need' };

/** What this person prefers on this screen. Nothing fetched lives here, nor anything that an address says. */
export const usePreferences = create<Preferences>(() => read());

export function setTheme(theme: Theme): void {
  usePreferences.setState({ theme });
  write();
}

export function setName(name: string): void {
  usePreferences.setState({ name: name.trim().slice(0, LONGEST_NAME) });
  write();
}

export function setAppendix(appendix: Preferences['appendix']): void {
  usePreferences.setState({ appendix });
  write();
}

export function setTeamOrder(teamOrder: TeamOrder): void {
  usePreferences.setState({ teamOrder });
  write();
}

/** What the choice comes to on a system that is dark or light. */
export function shownTheme(theme: Theme, systemIsDark: boolean): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return systemIsDark ? 'dark' : 'light';
}

/**
 * Keeps the page in the theme that is chosen, through changes of the choice and of the system. Called before the first
 * render: the Content-Security-Policy allows no inline script, so until then `first-paint.css` follows the system.
 */
export function keepTheme(root: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void =>
    root.setAttribute('data-theme', shownTheme(usePreferences.getState().theme, system.matches));
  apply();
  system.addEventListener('change', apply);
  usePreferences.subscribe(apply);
}

/** Any stored text gives valid preferences. */
export function preferencesOf(text: string | null): Preferences {
  const { theme, name, appendix, teamOrder } = recordOf(text);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme,
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : DEFAULTS.name,
    appendix: appendix === 'tables' ? 'tables' : DEFAULTS.appendix,
    teamOrder: teamOrder === 'structure' ? 'structure' : DEFAULTS.teamOrder,
  };
}

function recordOf(text: string | null): Readonly<Partial<Record<keyof Preferences, unknown>>> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function read(): Preferences {
  try {
    return preferencesOf(localStorage.getItem(KEY));
  } catch {
    return DEFAULTS; // Storage may be closed to the page; preferences then last as long as it does.
  }
}

function write(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(usePreferences.getState()));
  } catch {
    // As above.
  }
}
