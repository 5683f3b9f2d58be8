import { useEffect } from 'react';
import type { View } from '../state/view.ts';

/** Title of the tab, so that two tabs on two weeks can be told apart. */
export function titleOf(view: View): string {
  switch (view.page) {
    case 'scorecard': {
      const week = view.week === 'latest' ? '' : `, week ${Number(view.week.slice(6))} of ${view.week.slice(0, 4)}`;
      const teams =
        view.teams.length === 0 ? '' : `, ${view.teams.length === 1 ? '1 team' : `${view.teams.length} teams`}`;
      return `Scorecard${week}${teams} – Kept`;
    }
    case 'data':
      return 'Data – Kept';
    case 'missing':
      return 'No page here – Kept';
  }
}

export function useDocumentTitle(view: View): void {
  const title = titleOf(view);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
