import type { ChartState } from '../charts/chart-state.ts';
import type { PictureModel } from './picture-model.ts';

/** What the chart's frame has to show for a picture of the model. */
export function chartState(name: string, picture: PictureModel, onRetry: () => void): ChartState {
  switch (picture.kind) {
    case 'data':
    case 'too-little':
      return picture;
    case 'empty':
      return { ...picture, action: null };
    case 'failed':
      return {
        kind: 'error',
        what: `${name} could not be read`,
        why: picture.message,
        reference: picture.reference,
        onRetry,
      };
  }
}
