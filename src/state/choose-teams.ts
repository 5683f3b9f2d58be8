import { noteTeamChoice } from './timing.ts';
import { changeScoped } from './use-view.ts';

/** Shows the figures of other teams; the time until they are drawn is measured from here. Called by the event that chose. */
export function chooseTeams(teams: readonly string[]): void {
  noteTeamChoice(teams, performance.now());
  changeScoped(() => ({ teams }));
}
