import { design } from './fixtures/design.ts';
import { designFleet, everyKindScreen, picturedScreen } from './fixtures/displays.ts';
import { inOrder } from './fixtures/edits.ts';
import { editEveryField, editOwner } from './fixtures/goal-edits.ts';
import { fewWeeks, withoutGoals } from './fixtures/goal-variants.ts';
import { manyGoals } from './fixtures/many-goals.ts';
import { closedThenRestated, editEveryLine, editFirstLine, noteInLines, quiet } from './fixtures/review-variants.ts';
import {
  claimsWithoutPromise,
  emptied,
  immature,
  manyTeams,
  orderDataAlone,
  restated,
  running,
  settling,
  staleBy,
  tiny,
  weekMissing,
  withOwnIndicators,
  withoutReviews,
} from './fixtures/variants.ts';
import { asPictured } from './fixtures/pictured-marks.ts';
import type { Behaviour, Scenario } from './scenario-types.ts';

/** This browser is the screen of the pictures. */
const PAIRED: Pick<Behaviour, 'displays' | 'screen'> = {
  displays: picturedScreen,
  screen: { is: 'paired', display: 'wall', then: null },
};

/** Every state of the page by name: `?scenario=NAME` in `npm run dev:mocks`, and in the browser tests. */
export const SCENARIOS = {
  design: { shows: 'the company of the design pictures', dataset: () => design, behaviour: {} },
  slow: { shows: 'the first load', dataset: () => design, behaviour: { delay: 3000 } },
  empty: { shows: 'a service without any record', dataset: () => emptied(design), behaviour: {} },
  failing: { shows: 'a service that fails every request', dataset: () => design, behaviour: { service: 'down' } },
  'failing-measure': {
    shows: 'one indicator that cannot be read beside others that can',
    dataset: () => design,
    behaviour: { failing: 'price-realisation' },
  },
  partial: {
    shows: 'orders alone: no claims, no evaluations, no costs',
    dataset: () => orderDataAlone(design),
    behaviour: {},
  },
  uncounted: {
    shows: 'claims that were imported without the times that were promised for them',
    dataset: () => claimsWithoutPromise(design),
    behaviour: {},
  },
  stale: { shows: 'a pipeline that last ran far too long ago', dataset: () => staleBy(12)(design), behaviour: {} },
  late: { shows: 'a source that missed its time by a day', dataset: () => staleBy(1)(design), behaviour: {} },
  disconnected: {
    shows: 'a service that is heard once and then no more',
    dataset: () => design,
    behaviour: { service: 'lost', nextPollSeconds: 1 },
  },
  'disk-full': {
    shows: 'a service whose disk is full: it shows figures and saves nothing',
    dataset: () => design,
    behaviour: {
      trouble: {
        kind: 'disk-full',
        since: '2026-11-22T13:05:00.000Z',
        message:
          'The disk of the service is full: figures are shown, but nothing can be saved or imported. It goes on by itself once there is room.',
      },
    },
  },
  'database-lost': {
    shows: 'a service that answers, and whose database does not any more',
    dataset: () => design,
    behaviour: { service: 'database-lost', nextPollSeconds: 1 },
  },
  restated: { shows: 'a final week that changed', dataset: () => restated(design), behaviour: {} },
  'current-week': { shows: 'week 47, three of seven days', dataset: () => running(design), behaviour: {} },
  settling: { shows: 'a complete week that may still move', dataset: () => settling(design), behaviour: {} },
  immature: { shows: 'figures whose outcome needs seven days more', dataset: () => immature(design), behaviour: {} },
  'small-numbers': { shows: 'too few cases for a percentage', dataset: () => tiny(design), behaviour: {} },
  'no-targets': { shows: 'an organisation without targets', dataset: () => ({ ...design, goals: [] }), behaviour: {} },
  gap: { shows: 'weeks that no import covered', dataset: () => weekMissing(design), behaviour: {} },
  'own-indicator': {
    shows: 'indicators of the organisation itself',
    dataset: () => withOwnIndicators(design),
    behaviour: {},
  },
  'many-teams': { shows: 'two hundred teams', dataset: () => manyTeams(200)(design), behaviour: {} },
  conflict: { shows: 'an undo that is refused', dataset: () => design, behaviour: { undo: 'conflict' } },
  importing: {
    shows: 'an import under way',
    dataset: () => design,
    behaviour: { importing: true, importStep: 15_000 },
  },
  'review-restated': {
    shows: 'a closed review of which two figures changed since',
    dataset: () => closedThenRestated(design),
    behaviour: {},
  },
  'review-meanwhile': {
    shows: 'somebody else changes the first line of an entry just before it is saved: it merges',
    dataset: () => noteInLines(design),
    behaviour: { edit: editFirstLine },
  },
  'review-clash': {
    shows: 'somebody else rewrites an entry just before it is saved: a person settles it',
    dataset: () => noteInLines(design),
    behaviour: { edit: editEveryLine },
  },
  'review-quiet': {
    shows: 'a review that nobody has written in, of a week in which nothing happened',
    dataset: () => quiet(design),
    behaviour: {},
  },
  'goals-none': { shows: 'no goal anywhere', dataset: () => withoutGoals(design), behaviour: {} },
  'goals-few-weeks': {
    shows: 'goals of an organisation that has nine weeks of data',
    dataset: () => fewWeeks(design),
    behaviour: {},
  },
  'goals-meanwhile': {
    shows: 'somebody else changes the owner of a goal just before it is saved: it merges',
    dataset: () => design,
    behaviour: { editGoal: editOwner },
  },
  'goals-clash': {
    shows: 'somebody else changes every field of a goal just before it is saved: a person settles it',
    dataset: () => design,
    behaviour: { editGoal: editEveryField },
  },
  'many-goals': {
    shows: 'two hundred teams with goals, one of them with eight',
    dataset: () => manyGoals(design),
    behaviour: {},
  },
  'first-start': {
    shows: 'a service with accounts that nobody has signed in to yet',
    dataset: () => emptied(design),
    behaviour: { signIn: { mode: 'accounts', people: 'none' } },
  },
  'signed-out': {
    shows: 'a service with accounts, nobody signed in',
    dataset: () => design,
    behaviour: { signIn: { mode: 'accounts', people: 'some', as: null } },
  },
  viewer: {
    shows: 'a person who may read figures and records',
    dataset: () => design,
    behaviour: { signIn: { mode: 'accounts', people: 'some', as: 'ruth' } },
  },
  lead: {
    shows: 'the lead of Depot North',
    dataset: () => design,
    behaviour: { signIn: { mode: 'accounts', people: 'some', as: 'tom' } },
  },
  editor: {
    shows: 'a person who reviews, confirms changes and imports',
    dataset: () => design,
    behaviour: { signIn: { mode: 'accounts', people: 'some', as: 'mara' } },
  },
  administrator: {
    shows: 'a person who says who may do what',
    dataset: () => design,
    behaviour: { signIn: { mode: 'accounts', people: 'some', as: 'ines' } },
  },
  'no-records': {
    shows: 'an editor without the right to see customers’ names and words',
    dataset: () => design,
    behaviour: { signIn: { mode: 'accounts', people: 'some', as: 'priya' } },
  },
  fleet: {
    shows: 'five displays: online, silent since yesterday, waiting, clock 4 min slow, older build',
    dataset: () => design,
    behaviour: { displays: designFleet },
  },
  'fleet-lead': {
    shows: 'the same to the lead of Depot North',
    dataset: () => design,
    behaviour: { displays: designFleet, signIn: { mode: 'accounts', people: 'some', as: 'tom' } },
  },
  'fleet-viewer': {
    shows: 'the same to a person who may read',
    dataset: () => design,
    behaviour: { displays: designFleet, signIn: { mode: 'accounts', people: 'some', as: 'ruth' } },
  },
  'fleet-clash': {
    shows: 'somebody else changes a display just before it is saved',
    dataset: () => design,
    behaviour: {
      displays: designFleet,
      editDisplay: (words) => ({ ...words, name: `${words.name}, left`, distanceMetres: 6 }),
    },
  },
  wall: {
    shows: 'a screen that is paired, with the four slides of the pictures',
    dataset: () => asPictured(design),
    behaviour: PAIRED,
  },
  'wall-every-slide': {
    shows: 'a paired screen with a slide of each kind',
    dataset: () => asPictured(design),
    behaviour: { ...PAIRED, displays: everyKindScreen },
  },
  'wall-new': {
    shows: 'a new screen whose code somebody approves after eight seconds',
    dataset: () => asPictured(design),
    behaviour: { screen: { is: 'new', approvedAfter: 8 } },
  },
  'wall-revoked': {
    shows: 'a paired screen that is revoked after ten seconds',
    dataset: () => asPictured(design),
    behaviour: {
      ...PAIRED,
      nextPollSeconds: 2,
      screen: { is: 'paired', display: 'wall', then: { what: 'revoked', after: 10 } },
    },
  },
  'wall-lost': {
    shows: 'a paired screen whose service is not heard any more after its first figures',
    dataset: () => asPictured(design),
    behaviour: { ...PAIRED, service: 'lost', nextPollSeconds: 2 },
  },
  'wall-late': {
    shows: 'a paired screen whose data missed its time by a day',
    dataset: () => staleBy(1)(asPictured(design)),
    behaviour: PAIRED,
  },
  'wall-new-build': {
    shows: 'a paired screen whose service takes a new build after fifteen seconds',
    dataset: () => asPictured(design),
    behaviour: {
      ...PAIRED,
      nextPollSeconds: 2,
      screen: { is: 'paired', display: 'wall', then: { what: 'new-build', after: 15 } },
    },
  },
  'wall-empty': { shows: 'a paired screen without any record', dataset: () => emptied(design), behaviour: PAIRED },
  'wall-small': {
    shows: 'a paired screen with too few cases for a percentage',
    dataset: () => tiny(asPictured(design)),
    behaviour: PAIRED,
  },
  'second-company': {
    shows: 'an own indicator and a restated week together, for the contract suite',
    dataset: () => inOrder(withOwnIndicators, restated, withoutReviews, withoutGoals)(design),
    behaviour: { importStep: 1 },
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

/** The scenario of that name; `design` for any other text. */
export function scenarioNamed(name: string | null): ScenarioName {
  return name !== null && Object.hasOwn(SCENARIOS, name) ? (name as ScenarioName) : 'design';
}
