import type { ContextModel } from './context-model.ts';
import { FigureLink } from './figure-link.tsx';
import styles from './phone-row.module.css';
import page from './scorecard.module.css';

export function PhoneContext({ context }: { readonly context: ContextModel }) {
  const { counts, silent, chasing } = context;
  const rows = [
    ...counts.map(({ id, name, value }) => ({ id, name, value })),
    ...(chasing === null ? [] : [{ id: chasing.id, name: 'Chasing contacts per open claim', value: chasing.value }]),
    ...(silent === null
      ? []
      : [
          {
            id: 'silent-customers',
            name: `Silent dissatisfied, estimated (${silent.note.replace('range ', '')})`,
            value: silent.value,
          },
        ]),
  ];
  return (
    <section className={page.section} aria-label="Context">
      <h2 className={page.title}>Context</h2>
      <dl className={styles.context}>
        {rows.map(({ id, name, value }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <FigureLink open={{ kind: 'figure', indicator: id }}>{value}</FigureLink>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
