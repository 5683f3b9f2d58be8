import type { GoalWords } from '../src/contract/goals.ts';
import type { Trouble } from '../src/contract/health.ts';
import type { DisplayWords } from '../src/contract/displays.ts';
import type { Dataset } from './fixtures/dataset.ts';
import type { SeededDisplay } from './fixtures/displays.ts';

/** How the mocked service behaves, apart from what it holds. */
export type Behaviour = {
  /** Milliseconds before each answer. */
  readonly delay: number;
  /**
   * `down`: every answer is a failure. `lost`: answers the first page, then is not heard any more. `database-lost`: then
   * says that its database does not answer.
   */
  readonly service: 'up' | 'down' | 'lost' | 'database-lost';
  /** An indicator whose figures cannot be read. */
  readonly failing: string | null;
  /** `conflict`: an undo is refused, because a later import changed the same rows. */
  readonly undo: 'works' | 'conflict';
  /** An import is under way and takes its time. */
  readonly importing: boolean;
  /** Milliseconds between two steps of an import. */
  readonly importStep: number;
  readonly nextPollSeconds: number;
  /** What keeps the service from working as it should, while it still answers. */
  readonly trouble: Trouble | null;
  /**
   * Whether people sign in. `as`: who has, by an id of `fixtures/people.ts`; null: nobody. `people`: `none` where nobody
   * has an account yet.
   */
  readonly signIn:
    | { readonly mode: 'open' }
    | { readonly mode: 'accounts'; readonly people: 'none' }
    | { readonly mode: 'accounts'; readonly people: 'some'; readonly as: string | null };
  /** What somebody else makes of an entry just before the page's first save of it; null: nobody does. */
  readonly edit: ((text: string) => { readonly author: string; readonly text: string }) | null;
  /** What somebody else makes of a goal just before the page's first save of it; null: nobody does. */
  readonly editGoal:
    | ((
        words: GoalWords,
        earliestFrom: string,
      ) => { readonly author: string; readonly reason: string; readonly words: GoalWords })
    | null;
  /** Displays that stand when the page opens. */
  readonly displays: readonly SeededDisplay[];
  /**
   * What this browser is as a screen. Seconds count from when it began to wait, or from when the page opened. `paired`: it
   * is that display already, and what happens to it `then`.
   */
  readonly screen:
    | { readonly is: 'new'; readonly approvedAfter: number | null }
    | {
        readonly is: 'paired';
        readonly display: string;
        readonly then: { readonly what: 'revoked' | 'new-build'; readonly after: number } | null;
      };
  /** What somebody else makes of a display just before the page's first save of it; null: nobody does. */
  readonly editDisplay: ((words: DisplayWords) => DisplayWords) | null;
};

export type Scenario = {
  /** What it is for, in a few words. */
  readonly shows: string;
  readonly dataset: () => Dataset;
  readonly behaviour: Partial<Behaviour>;
};

export const USUAL: Behaviour = {
  delay: 0,
  service: 'up',
  failing: null,
  undo: 'works',
  importing: false,
  importStep: 60,
  nextPollSeconds: 60,
  trouble: null,
  signIn: { mode: 'open' },
  edit: null,
  editGoal: null,
  displays: [],
  screen: { is: 'new', approvedAfter: null },
  editDisplay: null,
};
