import { useEffect } from 'react';
import { computedById } from '../domain/catalogue-computed.ts';
import type { Scoped, View } from '../state/view.ts';

/** Title of the tab, so that two tabs on two weeks can be told apart. */
export function titleOf(view: View): string {
  switch (view.page) {
    case 'scorecard':
      return `Scorecard${scopeWords(view)} – Kept`;
    case 'indicator':
      return `${computedById(view.indicator)?.name ?? view.indicator}${scopeWords(view)} – Kept`;
    case 'review':
      return `Weekly review${scopeWords(view)} – Kept`;
    case 'teams':
      return `Teams & goals${scopeWords(view)} – Kept`;
    case 'goals':
      return `Goals${scopeWords(view)} – Kept`;
    case 'data':
      return 'Data – Kept';
    case 'missing':
      return 'No page here – Kept';
  }
}

function scopeWords({ week, teams }: Scoped): string {
  const which = week === 'latest' ? '' : `, week ${Number(week.slice(6))} of ${week.slice(0, 4)}`;
  return teams.length === 0 ? which : `${which}, ${teams.length === 1 ? '1 team' : `${teams.length} teams`}`;
}

export function useDocumentTitle(view: View): void {
  const title = titleOf(view);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
