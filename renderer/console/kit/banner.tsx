import type { ReactNode } from 'react';
import styles from './kit.module.css';

interface BannerProps {
  readonly tone: 'warn' | 'quiet';
  readonly text: string;
  readonly children?: ReactNode;
}

/** One or two lines in the place kept for them: nothing else moves when it comes. */
export function Banner({ tone, text, children }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role="status">
      <span className={styles.bannerText} title={text}>
        {text}
      </span>
      {children}
    </div>
  );
}
