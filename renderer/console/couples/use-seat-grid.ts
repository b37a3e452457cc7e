import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ownKeys } from '../keys/typing';
import { useLatest } from '../mirror/hooks';

/** A row of a sheet: a couple, and the columns it has. Column 0 is the seat itself. */
export interface GridRow {
  readonly id: string;
  readonly seat: number;
  readonly columns: readonly number[];
}

export interface GridCell {
  readonly row: string;
  readonly column: number;
}

/** Digits that follow each other within this time are one seat number, in milliseconds of the keys' own stamps. */
const numberMs = 2000;

const nearest = ({ columns }: GridRow, column: number): number =>
  columns.reduce((best, one) => (Math.abs(one - column) < Math.abs(best - column) ? one : best), columns[0] ?? 0);

/** Where an arrow, Home or End leads from a cell; null for any other key. */
export function moved(rows: readonly GridRow[], { row, column }: GridCell, key: string): GridCell | null {
  const index = rows.findIndex(({ id }) => id === row);
  const here = rows[index];
  if (here === undefined) return null;
  const beside = (step: 1 | -1): GridCell => {
    const next = here.columns[here.columns.indexOf(column) + step];
    return { row, column: next ?? column };
  };
  const across = (step: 1 | -1): GridCell => {
    const next = rows[index + step];
    return next === undefined ? { row, column } : { row: next.id, column: nearest(next, column) };
  };
  switch (key) {
    case 'ArrowUp':
      return across(-1);
    case 'ArrowDown':
      return across(1);
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return { row, column: here.columns[0] ?? 0 };
    case 'End':
      return { row, column: here.columns.at(-1) ?? 0 };
    default:
      return null;
  }
}

/** Marks an element as the cell of a sheet. */
export const cellMarks = ({ row, column }: GridCell) => ({ 'data-row': row, 'data-column': column });

/** The cell that the keyboard is in; null where a sheet has something that is none. */
function cellAt(target: EventTarget): GridCell | null {
  const { row, column } = target instanceof HTMLElement ? target.dataset : {};
  return row === undefined || column === undefined ? null : { row, column: Number(column) };
}

/**
 * The keyboard in a sheet of seats: one stop of Tab, arrows between its cells, and a seat number typed anywhere in it goes to the first
 * cell of that row. What any other key does is `press`'s, which says whether it was heard; `number` tells that it ends a seat number.
 */
export function useSeatGrid(
  rows: readonly GridRow[],
  press: (cell: GridCell, key: string, ends: { readonly number: boolean }) => boolean,
) {
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<GridCell | null>(null);
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
  const first = rows[0];
  const current = rows.some(({ id }) => id === at?.row) ? at : null;
  const entry: GridCell | null = current ?? (first === undefined ? null : { row: first.id, column: 0 });

  const leads = useLatest(({ live }) => live.stage.playing !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the sheet appears
  useEffect(() => {
    // The keyboard comes in by itself where it means nothing else: while something is on stage it leads the room.
    if (entry !== null && document.activeElement === document.body && !leads()) go(entry);
  }, []);
  function go({ row, column }: GridCell): void {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"][data-column="${column}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest' });
  }
  function typeDigit(digit: string, stamp: number): void {
    const before = stamp - typed.current.at < numberMs ? typed.current.text : '';
    const text =
      [before + digit, digit].find((seat) => rows.some((row) => String(row.seat) === seat)) ?? before + digit;
    typed.current = { text, at: stamp };
    const row = rows.find(({ seat }) => String(seat) === text);
    if (row !== undefined) go({ row: row.id, column: row.columns[1] ?? 0 });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || entry === null || cellAt(event.target) === null) return;
    const { key } = event;
    if (/^\d$/.test(key)) typeDigit(key, event.timeStamp);
    else {
      const number = typed.current.text !== '';
      typed.current = { text: '', at: Number.NEGATIVE_INFINITY };
      const next = moved(rows, entry, key);
      if (next !== null) go(next);
      else if (!press(entry, key, { number })) return;
    }
    event.preventDefault();
  }
  function onFocus({ target }: FocusEvent): void {
    const cell = cellAt(target);
    if (cell !== null) setAt(cell);
  }
  return { grid: { ref: grid, onKeyDown, onFocus, role: 'grid' as const, ...ownKeys }, at: entry };
}
