import styles from './practice-form.module.css';

/** The places of the figure, as it is drawn from the front in a field of 120 x 250. The rest are chosen from the list. */
const drawn = {
  head: 'M60 8c11 0 18 8 18 19c0 2 0 4-1 6h-34c-1-2-1-4-1-6c0-11 7-19 18-19z',
  jaw: 'M43.500 35h33c-2 9-8 16-16.500 16s-14.500-7-16.500-16z',
  throat: 'M53 53c2 1 4.500 1.500 7 1.500s5-.500 7-1.500v10h-14z',
  shoulders: 'M51 65h18c13 1 22 6 24 19h-66c2-13 11-18 24-19z',
  chest: 'M38 86h44v33h-44z',
  stomach: 'M38 121h44v34h-44z',
  hands: 'M18 152h13v19c0 4-3 7-6.500 7s-6.500-3-6.500-7zM89 152h13v19c0 4-3 7-6.500 7s-6.500-3-6.500-7z',
  legs: 'M38 157h21v82h-17zM61 157h21l-4 82h-17z',
} as const;
/** What joins them, and is no place of its own. */
const arms = 'M26 86h10v12l-4 52h-14zM94 86h-10v12l4 52h14z';

type Drawn = keyof typeof drawn;
const places = Object.keys(drawn) as Drawn[];

interface BodyFigureProps {
  readonly chosen: readonly string[];
  readonly onPress: (place: Drawn) => void;
  /** Which are chosen is not shown. */
  readonly hidden: boolean;
}

/** A simple figure to click on, for whoever uses the mouse; the list beside it says the same to everybody else. */
export function BodyFigure({ chosen, onPress, hidden }: BodyFigureProps) {
  return (
    <svg className={styles.figure} viewBox="10 0 100 246" aria-hidden>
      <path className={styles.arms} d={arms} />
      {places.map((place) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone, the list says the same to every keyboard
        <path
          key={place}
          className={styles.place}
          data-place={place}
          data-chosen={!hidden && chosen.includes(place)}
          d={drawn[place]}
          onClick={() => onPress(place)}
        />
      ))}
    </svg>
  );
}
