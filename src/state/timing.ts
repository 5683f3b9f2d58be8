/**
 * Marks that the bench and a person's browser tools read: `kept:tiles`, `kept:trends`, `kept:interactive`, and the
 * measure `kept:team-switch` from the event that chose teams to the frame that shows their figures.
 */
export type Milestone = 'kept:tiles' | 'kept:trends' | 'kept:interactive';

const reached = new Set<Milestone>();
let chosen: { readonly teams: string; readonly at: number } | null = null;

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
