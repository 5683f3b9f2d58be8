import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';
export type Preferences = { readonly theme: Theme };

const KEY = 'kept:preferences';
const DEFAULTS: Preferences = { theme: 'system' };

/** What this person prefers on this screen. Nothing fetched lives here, nor anything that an address says. */
export const usePreferences = create<Preferences>(() => read());

export function setTheme(theme: Theme): void {
  usePreferences.setState({ theme });
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
  const { theme } = recordOf(text);
  return { theme: theme === 'light' || theme === 'dark' ? theme : DEFAULTS.theme };
}

function recordOf(text: string | null): { readonly theme?: unknown } {
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
