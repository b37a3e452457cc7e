/** What all charts share. Nothing in them moves, whatever the system says of motion, and none takes the keyboard: its table does. */
export const still = { isAnimationActive: false } as const;
export const picture = {
  responsive: true,
  accessibilityLayer: false,
  style: { width: '100%', height: '100%' },
} as const;

const words = { fill: 'var(--hf-soft)', fontSize: '0.8125rem', fontFamily: 'var(--hf-sans)' } as const;
export const axis = { tick: words, tickLine: false, stroke: 'var(--hf-line)' } as const;
export const figureLook = { ...words, fill: 'var(--hf-ink)', fontWeight: 600 } as const;

/** So many fit a small laptop; the table has them all. */
export const mostDrawn = 10;
/** As many marks as stand in one line of it. */
export const mostMarks = 16;
