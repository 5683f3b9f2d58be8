import { Component, type ErrorInfo, type ReactNode } from 'react';
import styles from './error-boundary.module.css';

type Props = { readonly children: ReactNode };
type State = { readonly failed: boolean };

/** What a mistake of the page itself looks like: said in words, with a way on, and the rest of the page alive. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className={styles.failed} role="alert">
        <h1>This page could not be drawn</h1>
        <p>The mistake is in the page, not in your data. What happened stands in the browser’s log.</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            Reload
          </button>
          <a href="/">Go to the scorecard</a>
        </p>
      </main>
    );
  }
}
