import { Component, type ReactNode } from 'react';

type Props = {
  readonly children: ReactNode;
  readonly onError: (error: unknown) => void;
  /** In place of what failed. */
  readonly instead: ReactNode;
};
type State = { readonly failed: boolean };

/** What is broken of a wall is told and left out; the rest goes on. */
export class WallBoundary extends Component<Props, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
