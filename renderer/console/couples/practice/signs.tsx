import type { Moment } from '../../../../shared/couple/practice/series';
import type { Side } from '../../../../shared/room/wall';

/** What a chart draws with: each differs by its form, whatever its colour. */
export type SignName = Moment | 'noticed' | 'answered' | 'well' | 'not';

/** The ink of a partner's charts; of what is joint, the accent of nobody. */
export const inkOf = (side: Side | null): string =>
  side === null ? 'var(--hf-ink)' : side === 'A' ? 'var(--hf-a)' : 'var(--hf-b)';

const ground = 'var(--hf-ground)';

interface SignProps {
  readonly sign: SignName;
  readonly ink: string;
  readonly cx: number;
  readonly cy: number;
}

/** One mark of a chart, or of the words that explain it, about ten pixels wide. */
export function Sign({ sign, ink, cx, cy }: SignProps) {
  switch (sign) {
    case 'before':
    case 'not':
      return <circle cx={cx} cy={cy} r={4.5} fill={ground} stroke={ink} strokeWidth={2} />;
    case 'after':
    case 'well':
      return <circle cx={cx} cy={cy} r={5.5} fill={ink} />;
    case 'follow-up':
      return <path d={`M${cx} ${cy - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`} fill={ink} />;
    case 'noticed':
      return <rect x={cx - 4} y={cy - 5} width={8} height={10} fill={ground} stroke={ink} strokeWidth={1.5} />;
    case 'answered':
      return <rect x={cx - 4.75} y={cy - 5.75} width={9.5} height={11.5} fill={ink} />;
  }
}
