import { type ReactNode, useId } from 'react';
import styles from './kit.module.css';

interface PanelProps {
  readonly title: string;
  readonly text?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a screen: a region named by its heading, set apart by space rather than by a box. */
export function Panel({ title, text, aside, children }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div>
        <div className={styles.panelHead}>
          <h2 id={id} className={styles.panelTitle}>
            {title}
          </h2>
          {aside}
        </div>
        {text !== undefined && <p className={styles.panelText}>{text}</p>}
      </div>
      {children}
    </section>
  );
}

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly text: string;
  readonly children?: ReactNode;
}

export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      <p>{text}</p>
      {children}
    </div>
  );
}
