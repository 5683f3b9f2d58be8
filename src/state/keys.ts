import { useEffect, useRef } from 'react';

/** Keys of the page by `KeyboardEvent.key`; `mod+k` is Ctrl or ⌘ with the letter. */
export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Where keys belong to what is focused: fields, menus, lists, charts, and anything modal. */
const OWN_KEYS =
  'input, select, textarea, [contenteditable="true"], dialog, [popover], [role="menu"], [role="listbox"], [role="application"], [role="radiogroup"]';

/** Listens on the window while mounted. A key with a modifier works everywhere; a plain one not where keys are typed. */
export function useKeys(bindings: KeyBindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const name = nameOf(event);
      const run = latest.current[name];
      if (run === undefined || event.defaultPrevented) return;
      if (!name.startsWith('mod+') && ownsKeys(event.target)) return;
      event.preventDefault();
      run(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  if (event.altKey) return '';
  return event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key;
}

function ownsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(OWN_KEYS) !== null;
}
