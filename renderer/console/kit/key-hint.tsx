import styles from './kit.module.css';

/** The caps of a key or chord, for people who look for them; a tooltip or label says the same to a screen reader. */
export function KeyHint({ caps }: { readonly caps: readonly string[] }) {
  return (
    <span className={styles.keys} aria-hidden>
      {caps.map((cap) => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
