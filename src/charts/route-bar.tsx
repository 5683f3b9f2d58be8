import { memo } from 'react';
import { routeBarGeometry, type BarText, type RouteBarModel } from './route-bar-geometry.ts';
import styles from './route-bar.module.css';

/** The way from start to goal: ink is travelled, an outline moved away; short tick = plan, tall tick = goal. */
export const RouteBar = memo(function RouteBar({
  model,
  width,
  label,
}: {
  readonly model: RouteBarModel;
  readonly width: number;
  /** What the picture says, in words. */
  readonly label: string;
}) {
  const { height, track, travelled, startTick, goalTick, planTick, ...texts } = routeBarGeometry(model, width);
  return (
    <svg
      className={styles.picture}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <rect className={styles.track} {...track} />
      {travelled === null ? null : (
        <rect
          className={travelled.look === 'back' ? styles.back : styles.travelled}
          x={travelled.x}
          y={travelled.y}
          width={travelled.width}
          height={travelled.height}
        />
      )}
      {startTick === null ? null : <path className={styles.axis} d={startTick} />}
      <path className={styles.goalTick} d={goalTick} />
      {planTick === null ? null : <path className={styles.planTick} d={planTick} />}
      <Text text={texts.planText} className={styles.text} />
      <Text text={texts.startText} className={styles.text} />
      <Text text={texts.goalText} className={styles.strong} />
    </svg>
  );
});

function Text({ text, className }: { readonly text: BarText | null; readonly className: string | undefined }) {
  return text === null ? null : (
    <text className={className} x={text.x} y={text.y} textAnchor={text.anchor}>
      {text.text}
    </text>
  );
}
