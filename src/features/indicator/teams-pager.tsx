import { useState } from 'react';
import type { Formats } from '../../domain/format.ts';
import type { TeamReading } from '../../reading/team-multiples-read.ts';
import { Button } from '../../ui/button.tsx';
import styles from './teams.module.css';

/** Teams on one page: three rows of four. */
const PER_PAGE = 12;

export type Pages = {
  readonly shown: readonly TeamReading[];
  /** Index of the first that is shown, and how many the filter lets through. */
  readonly from: number;
  readonly of: number;
  readonly total: number;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly onPage: (by: -1 | 1) => void;
};

/** Pages through many teams and finds some by name. Another answer or filter keeps the page as far as there is one. */
export function usePages(all: readonly TeamReading[]): Pages {
  const [filter, setFilter] = useState('');
  const [page, setPage] = useState(0);
  const wanted = filter.trim().toLocaleLowerCase();
  const found = wanted === '' ? all : all.filter(({ team }) => team.name.toLocaleLowerCase().includes(wanted));
  const last = Math.max(0, Math.ceil(found.length / PER_PAGE) - 1);
  const now = Math.min(page, last);
  const from = now * PER_PAGE;
  return {
    shown: found.slice(from, from + PER_PAGE),
    from,
    of: found.length,
    total: all.length,
    filter,
    onFilter: (next) => {
      setFilter(next);
      setPage(0);
    },
    onPage: (by) => {
      setPage(Math.max(0, Math.min(last, now + by)));
    },
  };
}

/** "Teams 1–12 of 200", steps and a filter by name; nothing where all teams are in sight. */
export function TeamsPager({ pages, formats }: { readonly pages: Pages; readonly formats: Formats }) {
  const { shown, from, of, total, filter, onFilter, onPage } = pages;
  if (total <= PER_PAGE) return null;
  const range = `${formats.count(from + 1)}–${formats.count(from + shown.length)}`;
  const words =
    of === 0 ? 'No team of that name' : `Teams ${range} of ${formats.count(of)}${of === total ? '' : ' found'}`;
  return (
    <div className={styles.pager}>
      <label className={styles.filter}>
        <span>Find a team</span>
        <input type="search" value={filter} onChange={(event) => onFilter(event.target.value)} />
      </label>
      <p role="status">{words}</p>
      <Button aria-label="Teams before" disabled={from === 0} onClick={() => onPage(-1)}>
        ‹
      </Button>
      <Button aria-label="More teams" disabled={from + shown.length >= of} onClick={() => onPage(1)}>
        ›
      </Button>
    </div>
  );
}
