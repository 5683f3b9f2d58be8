import type { ComponentPropsWithRef } from 'react';
import { cx } from './cx.ts';
import styles from './button.module.css';

export type ButtonKind = 'plain' | 'primary' | 'link' | 'quiet';

/** A button, 32 px high; `link` stands in a line of text, `quiet` in the corner of a region. Takes all attributes of a button. */
export function Button({
  kind = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentPropsWithRef<'button'> & { readonly kind?: ButtonKind }) {
  const look =
    kind === 'link'
      ? styles.link
      : kind === 'quiet'
        ? styles.quiet
        : cx(styles.button, kind === 'primary' ? styles.primary : null);
  return <button type={type} className={cx(look, className)} {...rest} />;
}
