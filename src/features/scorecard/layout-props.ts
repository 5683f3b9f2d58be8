import type { Comparison } from '../../state/view.ts';
import type { ScorecardModel } from './view-model.ts';

export type LayoutProps = {
  readonly model: ScorecardModel;
  readonly compare: Comparison;
  /** `wait`: the first frame, which belongs to the tiles. */
  readonly trends: 'wait' | 'draw';
  readonly onRetry: () => void;
};
