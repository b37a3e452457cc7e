import styles from './kit.module.css';

/** "4:05" or "1:02:30" for a length in milliseconds, rounded up so that a started second still counts. */
export function lengthText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A length of time in tabular figures. */
export function ClockText({ ms }: { readonly ms: number }) {
  return <span className={styles.clock}>{lengthText(ms)}</span>;
}
