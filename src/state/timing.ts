/**
 * Marks that the bench and a person's browser tools read: `kept:tiles`, `kept:trends`, `kept:interactive`, `kept:review`
 * (the first measure of a review), `kept:goals` (the rows of a team's goals), and the measures `kept:team-switch` and
 * `kept:step`, from the event that chose teams or stepped through the agenda to the frame that shows it.
 */
export type Milestone = 'kept:tiles' | 'kept:trends' | 'kept:interactive' | 'kept:review' | 'kept:goals';

const reached = new Set<Milestone>();
let chosen: { readonly teams: string; readonly at: number } | null = null;

let stepped: number | null = null;

/** Marks a milestone once, after the frame that is being drawn has been painted. */
export function markPainted(milestone: Milestone): void {
  if (reached.has(milestone)) return;
  reached.add(milestone);
  afterPaint(() => performance.mark(milestone));
}

/** The event that chose teams; `at` is the event's own time stamp. */
export function noteTeamChoice(teams: readonly string[], at: number): void {
  chosen = { teams: teams.join('\n'), at };
}

/** Called when the figures of `teams` are in the document: measures, after the paint, a switch that was waited for. */
export function noteTeamsDrawn(teams: readonly string[]): void {
  if (chosen?.teams !== teams.join('\n')) return;
  const { at } = chosen;
  chosen = null;
  afterPaint(() => performance.measure('kept:team-switch', { start: at, end: performance.now() }));
}

/** The event that stepped through the agenda; `at` is the event's own time stamp. */
export function noteStep(at: number): void {
  stepped = at;
}

/** Called when the step is in the document. */
export function noteStepDrawn(): void {
  if (stepped === null) return;
  const at = stepped;
  stepped = null;
  afterPaint(() => performance.measure('kept:step', { start: at, end: performance.now() }));
}

/** Runs after the next frame has been handed to the screen: a message is handled after the frame's own work. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      run();
    };
    channel.port2.postMessage(null);
  });
}
