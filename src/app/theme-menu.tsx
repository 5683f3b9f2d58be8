import { setTheme, usePreferences, type Theme } from '../state/preferences.ts';
import { MenuButton, type MenuItem } from '../ui/menu-button.tsx';
import styles from './theme-menu.module.css';

export const THEME_ITEMS: ReadonlyArray<MenuItem<Theme>> = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const SHORT: Readonly<Record<Theme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' };

export function ThemeMenu() {
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <MenuButton
      className={styles.button}
      name="Theme"
      label={SHORT[theme]}
      items={THEME_ITEMS}
      selected={theme}
      onSelect={setTheme}
    />
  );
}
