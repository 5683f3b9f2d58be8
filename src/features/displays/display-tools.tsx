import { Link } from 'wouter';
import { wordsOf } from '../../api/api-error.ts';
import type { Display, DisplayCommand } from '../../contract/displays.ts';
import { useMay } from '../../parts/use-session.ts';
import { addressOf } from '../../state/address.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx';
import styles from './fleet.module.css';
import type { Told } from './use-fleet.ts';
import { useTellDisplay } from './use-display-writes.ts';

type Props = {
  readonly display: Display;
  readonly slides: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  /** What it was told and has not been heard of since; null: nothing. */
  readonly told: string | null;
  readonly onTold: (told: Told) => void;
  readonly onRevoke: () => void;
};

type Plain = Exclude<DisplayCommand['kind'], 'show'>;

const PLAIN: Readonly<Record<Plain, { readonly label: string; readonly told: string }>> = {
  next: { label: 'Next slide', told: 'next slide' },
  previous: { label: 'Previous slide', told: 'previous slide' },
  pause: { label: 'Pause', told: 'pause' },
  play: { label: 'Turn again', told: 'turn again' },
  reload: { label: 'Load itself anew', told: 'load itself anew' },
  calibrate: { label: 'Show the test picture for two minutes', told: 'show the test picture' },
};

const SLIDE = 'show ';

/** What can be done with one display: only what would not be refused. A display that waits hears nothing yet. */
export function DisplayTools({ display, slides, told, onTold, onRevoke }: Props) {
  const may = useMay();
  const telling = useTellDisplay(display.id);
  const { id, words, beat, state } = display;
  const { name, team } = words;
  const mayTell = may('commandDisplay', team) && state !== 'waiting';
  const tell = (command: DisplayCommand, what: string): void =>
    telling.mutate(command, {
      onSuccess: () =>
        onTold({
          ...{ id, heardAt: beat?.at ?? null, at: Date.now() },
          words: told === null ? what : `${what} (in place of what it had not fetched yet)`,
        }),
    });
  const plain: readonly Plain[] = [
    'next',
    'previous',
    beat?.rotation === 'paused' ? 'play' : 'pause',
    'reload',
    'calibrate',
  ];
  const items: ReadonlyArray<MenuItem<string>> = [
    ...plain.map((kind) => ({ value: kind, label: PLAIN[kind].label })),
    ...slides.map((slide) => ({ value: `${SLIDE}${slide.id}`, label: `Show ${slide.name}` })),
  ];
  const choose = (value: string): void => {
    const slide = slides.find((each) => `${SLIDE}${each.id}` === value);
    const kind = plain.find((each) => each === value);
    if (slide !== undefined) tell({ kind: 'show', slide: slide.id }, `show ${slide.name}`);
    else if (kind !== undefined) tell({ kind }, PLAIN[kind].told);
  };
  return (
    <div className={styles.tools}>
      <div className={styles.buttons}>
        {mayTell ? <MenuButton label="Tell it" name={`Tell ${name}`} items={items} onSelect={choose} /> : null}
        {may('changeDisplay', team) ? (
          <Link
            className={styles.link}
            href={addressOf({ page: 'displays', open: { kind: 'display', id } })}
            aria-label={`Change ${name}`}
          >
            Change
          </Link>
        ) : null}
        {may('revokeDisplay', team) ? (
          <Button kind="link" aria-label={`Revoke ${name}`} onClick={onRevoke}>
            Revoke
          </Button>
        ) : null}
      </div>
      <p role="status" className={styles.told}>
        {told === null
          ? ''
          : `Told: ${told}. ${state === 'silent' ? 'It does so if it is heard within ten minutes.' : 'It does so with its next heartbeat.'}`}
      </p>
      {telling.error === null ? null : (
        <p role="alert" className={styles.problem}>
          It was not told. {wordsOf(telling.error)}
        </p>
      )}
    </div>
  );
}
