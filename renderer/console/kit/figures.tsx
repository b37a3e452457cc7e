import { memo } from 'react';
import styles from './figures.module.css';

const digits = [...'0123456789'];

/**
 * A time that flips each second. Every place holds all ten digits and shows one of them, so that a flip draws one place anew and
 * lays out nothing: over hours that is less work, and less for the page to sweep up. Whoever holds it says its time in a label.
 */
export function Figures({ text }: { readonly text: string }) {
  // Counted from the right: the seconds keep their places when an hour comes or goes.
  const places = [...text].map((sign, at) => ({ sign, place: text.length - at }));
  return (
    <>
      {/* The time as text, for whoever reads the page instead of looking at it. */}
      <span hidden>{text}</span>
      {places.map(({ sign, place }) => (
        <DigitPlace key={place} sign={sign} />
      ))}
    </>
  );
}

const DigitPlace = memo(function DigitPlace({ sign }: { readonly sign: string }) {
  if (!digits.includes(sign)) return <span className={styles.sign} data-sign={sign} aria-hidden />;
  return (
    <span className={styles.place} aria-hidden>
      {digits.map((digit) => (
        <span key={digit} className={styles.sign} data-sign={digit} data-seen={digit === sign || undefined} />
      ))}
    </span>
  );
});
