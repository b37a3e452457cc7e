import type { CSSProperties } from 'react';

/** How many rows share the height of a sheet, and how many exercises its width, as its style reads it. */
export const sheetVariables = (rows: number, exercises = 0): CSSProperties =>
  ({ '--rows': rows, '--exercises': exercises }) as CSSProperties;
