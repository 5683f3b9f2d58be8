import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

/**
 * The platform's modal dialog: focus stays inside, Escape and a press on the backdrop close it, the focus goes back to
 * where it was. Mount it to open it, unmount it to close it: whoever mounts it owns the state (the address, mostly).
 */
export function Dialog({
  title,
  onClose,
  children,
  size = 'normal',
  look = 'titled',
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'normal' | 'wide';
  /** `bare` hides title and close button from sight (the command palette); readers still hear the title. */
  readonly look?: 'titled' | 'bare';
}) {
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) {
      dialog.showModal();
      // The platform focuses the first thing that can take it, which in a list with a filter is the list's frame.
      dialog.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    }
    return () => {
      dialog?.close();
      // A dialog taken out of the document gives nothing back by itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const onBackdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target !== ref.current) return;
    const box = ref.current.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) onClose();
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the press on the backdrop; its key is Escape, which the platform handles
    <dialog
      ref={ref}
      className={cx(styles.dialog, size === 'wide' ? styles.wide : null, look === 'bare' ? styles.bare : null)}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={onBackdrop}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {look === 'titled' ? <Button onClick={onClose}>Close</Button> : null}
      </div>
      <div className={styles.body}>{children}</div>
    </dialog>
  );
}
