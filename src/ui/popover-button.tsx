import { useLayoutEffect, type ReactNode } from 'react';
import { Chevron } from './icons.tsx';
import { usePopover } from './use-popover.ts';
import { cx } from './cx.ts';
import styles from './popover.module.css';

/** A button that opens a panel under it with whatever is given, such as a list to search. The panel's children exist only while it is open. */
export function PopoverButton({
  label,
  name,
  panelName,
  children,
  className,
}: {
  readonly label: ReactNode;
  /** Said by a screen reader before the label's text where the label alone does not tell what it sets ("Team: All teams"). */
  readonly name?: string;
  readonly panelName: string;
  readonly children: (panel: { readonly close: () => void }) => ReactNode;
  readonly className?: string | undefined;
}) {
  const { id, triggerRef, panelRef, state, close, onToggle, place } = usePopover();
  useLayoutEffect(() => {
    if (state === 'open') place();
  });
  return (
    <>
      <button
        ref={triggerRef}
        type="button"
        className={cx(styles.trigger, className)}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        aria-label={name}
      >
        {label}
        <Chevron direction="down" />
      </button>
      <div
        ref={panelRef}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={panelName}
        className={styles.panel}
        onToggle={onToggle}
      >
        {state === 'open' ? children({ close }) : null}
      </div>
    </>
  );
}
