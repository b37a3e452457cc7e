import { Component, type ErrorInfo, type ReactNode } from 'react';
import styles from './kit.module.css';

interface ErrorBoundaryProps {
  readonly title: string;
  readonly text: string;
  readonly again: string;
  readonly children: ReactNode;
}

/** Says what is safe when a screen fails: the room and its timer live in another process. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    console.error(error, componentStack);
  }

  override render() {
    const { title, text, again, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div className={styles.empty} role="alert">
        <p className={styles.emptyTitle}>{title}</p>
        <p>{text}</p>
        <button type="button" onClick={() => this.setState({ failed: false })}>
          {again}
        </button>
      </div>
    );
  }
}
