import type { Minute } from '../../contract/minutes.ts';
import { useDraft } from '../../state/drafts.ts';
import { emptyDraft, entryPlace, newPlace, useEntry } from './minutes-entry.ts';
import { MinutesRemoval, useRemoval } from './minutes-removal.tsx';
import { MinutesSaving } from './minutes-saving.tsx';
import { MinutesText } from './minutes-text.tsx';
import { MinutesVersions } from './minutes-versions.tsx';
import type { SectionProps } from './minutes-section.ts';
import styles from './minutes.module.css';

/**
 * The note beside the measure in view. Two people may begin one at the same time: then both stand, one under the other.
 */
export function MinutesNotes({ review, where, facts, mode }: SectionProps) {
  const place = newPlace('note', where);
  const draft = useDraft(place);
  const removal = useRemoval();
  const notes = review.minutes.filter(({ kind, indicator }) => kind === 'note' && indicator === where.indicator);
  const first = notes.find(({ id }) => id === draft?.id) ?? (draft === null ? notes[0] : undefined);
  const others = notes.filter((note) => note !== first);
  return (
    <section className={styles.section} aria-labelledby="minutes-notes">
      <h2 id="minutes-notes" className={styles.heading}>
        Notes
      </h2>
      {mode !== 'open' ? (
        notes.map((note) => <ReadNote key={note.id} note={note} facts={facts} />)
      ) : (
        <>
          <NoteField
            place={place}
            note={first ?? null}
            where={where}
            facts={facts}
            removal={removal}
            id="minute-note"
          />
          {others.map((note) => (
            <NoteField
              key={note.id}
              place={entryPlace(note)}
              note={note}
              where={where}
              facts={facts}
              removal={removal}
              id={`minute-note-${note.id}`}
            />
          ))}
          <MinutesRemoval removal={removal} />
        </>
      )}
      {mode !== 'open' && notes.length === 0 ? <p className={styles.none}>No note was written here.</p> : null}
      {where.indicator === null ? <NotesBeside review={review} facts={facts} /> : null}
    </section>
  );
}

type FieldProps = Pick<SectionProps, 'where' | 'facts'> & {
  readonly place: string;
  readonly note: Minute | null;
  readonly removal: ReturnType<typeof useRemoval>;
  readonly id: string;
};

function NoteField({ place, note, where, facts, removal, id }: FieldProps) {
  const entry = useEntry(place, note ?? emptyDraft('note', where));
  return (
    <div className={styles.note}>
      <MinutesText
        id={id}
        label={where.indicator === null ? 'Write a note on the review' : 'Write a note'}
        shortcut={note === null ? 'N' : null}
        value={entry.words.text}
        onChange={(text) => entry.change({ text, action: null })}
        onLeave={entry.leave}
        rows={2}
        look="inset"
      />
      <div className={styles.under}>
        <MinutesSaving entry={entry} minute={note} facts={facts}>
          {note === null ? null : (
            <>
              <MinutesVersions
                minute={note}
                facts={facts}
                onTake={(text) => {
                  entry.change({ text, action: null });
                  entry.leave();
                }}
              />
              {removal.button(note)}
            </>
          )}
        </MinutesSaving>
      </div>
    </div>
  );
}

function ReadNote({ note, facts }: { readonly note: Minute; readonly facts: SectionProps['facts'] }) {
  return (
    <div className={styles.note}>
      <p className={styles.read}>{note.text}</p>
      <div className={styles.meta}>
        {note.changedBy}, {facts.when(note.changedAt)}
        <MinutesVersions minute={note} facts={facts} onTake={null} />
      </div>
    </div>
  );
}

/** For the review as a whole: what was noted beside its measures. */
function NotesBeside({ review, facts }: Pick<SectionProps, 'review' | 'facts'>) {
  const notes = review.minutes.filter(({ kind, indicator }) => kind === 'note' && indicator !== null);
  if (notes.length === 0) return null;
  return (
    <>
      <h3 className={styles.sub}>Beside the measures</h3>
      <ul>
        {notes.map((note) => (
          <li key={note.id} className={styles.row}>
            <p className={styles.words}>{note.text}</p>
            <div className={styles.meta}>
              {facts.measureName(note.indicator ?? '')} · {note.changedBy}, {facts.when(note.changedAt)}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
