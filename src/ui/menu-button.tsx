import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Chevron } from './icons.tsx';
import { menuStep, typeAhead } from './menu-keys.ts';
import { usePopover } from './use-popover.ts';
import { cx } from './cx.ts';
import styles from './popover.module.css';

export type MenuItem<T extends string> = { readonly value: T; readonly label: string; readonly note?: string };

/**
 * A button with a menu of choices. Arrow keys, Home and End move, letters search, Escape closes; the focus goes to the
 * chosen item on opening and back to the button on closing (WAI-ARIA menu button).
 */
export function MenuButton<T extends string>({
  label,
  name,
  items,
  selected = null,
  onSelect,
  className,
}: {
  readonly label: ReactNode;
  /** Accessible name of button and menu, such as "Week". The visible label follows it. */
  readonly name: string;
  readonly items: ReadonlyArray<MenuItem<T>>;
  /** The item in force; null where the items are actions and none is. */
  readonly selected?: T | null;
  readonly onSelect: (value: T) => void;
  readonly className?: string | undefined;
}) {
  const { id, triggerRef, panelRef, state, open, close, onToggle, place } = usePopover();
  const typed = useRef({ text: '', at: 0 });

  useLayoutEffect(() => {
    if (state !== 'open') return;
    place();
    const panel = panelRef.current;
    const target =
      panel?.querySelector<HTMLElement>('[aria-checked="true"]') ??
      panel?.querySelector<HTMLElement>('[role^="menuitem"]');
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }, [state, place, panelRef]);

  const choose = (value: T) => {
    close();
    triggerRef.current?.focus();
    onSelect(value);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Tab') {
      close();
      return;
    }
    const elements = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
    const now = elements.indexOf(document.activeElement as HTMLElement);
    const step = menuStep(event.key, now, elements.length);
    if (step !== null) {
      event.preventDefault();
      event.stopPropagation();
      elements[step]?.focus();
      return;
    }
    if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      const fresh = event.timeStamp - typed.current.at > 700;
      typed.current = { text: (fresh ? '' : typed.current.text) + event.key, at: event.timeStamp };
      const found = typeAhead(
        typed.current.text,
        now,
        items.map((item) => item.label),
      );
      if (found !== null) elements[found]?.focus();
    }
  };

  return (
    <>
      <button
        ref={triggerRef}
        type="button"
        className={cx(styles.trigger, className)}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={state === 'open'}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            event.stopPropagation();
            open();
          }
        }}
      >
        <span className={styles.name}>{name}: </span>
        {label}
        <Chevron direction="down" />
      </button>
      <div ref={panelRef} id={id} popover="auto" className={styles.panel} onToggle={onToggle}>
        <div role="menu" tabIndex={-1} aria-label={name} className={styles.menu} onKeyDown={onKeyDown}>
          {state === 'open'
            ? items.map((item) => (
                <button
                  key={item.value}
                  type="button"
                  tabIndex={-1}
                  className={styles.item}
                  {...(selected === null
                    ? { role: 'menuitem' }
                    : { role: 'menuitemradio', 'aria-checked': item.value === selected })}
                  onClick={() => {
                    choose(item.value);
                  }}
                >
                  <span className={styles.tick} aria-hidden="true">
                    {item.value === selected ? '✓' : ''}
                  </span>
                  {item.label}
                  {item.note === undefined ? null : <span className={styles.note}>{item.note}</span>}
                </button>
              ))
            : null}
        </div>
      </div>
    </>
  );
}
