import { GradeScale } from '../../ui/grade-scale.tsx';
import type { ReactNode } from 'react';
import styles from './dimension.module.css';
import { FigureLink } from './figure-link.tsx';
import type { DimensionModel } from '../../reading/grades.ts';
import { useHearing } from '../../parts/hearing.ts';
import { HeardStatus } from '../../parts/heard-status.tsx';

type Props = { readonly dimension: DimensionModel; readonly children: ReactNode };

/** One of the four things on which a customer grades a promise: its grade, and below it its tiles. */
export function Dimension({ dimension, children }: Props) {
  const hearing = useHearing();
  const { id, name, question, grade, status } = dimension;
  return (
    <section className={styles.dimension} aria-label={name}>
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <p className={styles.question}>{question}</p>
        <p className={styles.grade}>
          {grade.value === null ? null : <HeardStatus status={status} words="status" />}
          <FigureLink
            className={grade.value === null ? styles.none : styles.number}
            open={{ kind: 'grade', dimension: id }}
            label={`${grade.label}: how it is calculated`}
          >
            {grade.text}
          </FigureLink>
        </p>
        <div className={styles.scale}>
          <GradeScale
            grade={grade.value}
            status={status.shape}
            label={grade.label}
            freshness={hearing.kind === 'lost' || status.look === 'hollow' ? 'stale' : 'fresh'}
          />
        </div>
      </header>
      {children}
    </section>
  );
}
