import type { Person } from '../../contract/people.ts';

/** How a person stands: "Invited, link until 7 Dec 2026, 08:42". */
export function stateWords({ state, linkExpiresAt }: Person, moment: (instant: string) => string): string {
  const link = linkExpiresAt === null ? '' : `, link until ${moment(linkExpiresAt)}`;
  switch (state) {
    case 'invited':
      return `Invited${link}`;
    case 'active':
      return `Active${link === '' ? '' : link.replace('link', 'new password')}`;
    case 'disabled':
      return 'Disabled';
  }
}
