import styles from './kit.module.css';

/** A line under what was typed, said when it comes; it keeps you from nothing. */
export function Warning({ text }: { readonly text: string | null }) {
  return (
    <p className={styles.warning} role="status">
      {text}
    </p>
  );
}
