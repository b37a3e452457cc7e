import type { ListWords } from '../../../shared/content/content-types';

type Kind = 'first' | 'last' | 'name' | 'seat' | 'other';

/** What a column of a spreadsheet holds, and of whom: 0 is the first of the two. */
export interface Column {
  readonly kind: Kind;
  readonly person: number;
}

/** The words of a heading: "First name 2", "partnerEmail", "Partner A/B". */
const wordsOf = (heading: string): string[] =>
  heading
    .replace(/(\p{Ll})(\p{Lu}|\p{N})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Reads the first line of a table as headings; null when it is none. */
export function columnReader({ columns, seat, number }: ListWords) {
  const known = new Set([...Object.values(columns).flat(), ...seat, ...number]);
  // "Couple" heads a column of couples, "Couple no." one of numbers.
  const seats = [...seat, ...number.filter((word) => !columns.person.includes(word))];
  const has = (words: readonly string[], list: readonly string[]): boolean => words.some((word) => list.includes(word));

  function kindOf(heading: string): Kind {
    const words = wordsOf(heading);
    if (heading.trim() === '#' || has(words, seats)) return 'seat';
    if (has(words, columns.contact)) return 'other';
    if (has(words, columns.last)) return 'last';
    // "First partner" counts; "partner first" and "first name" name a part of a name.
    const counts =
      words[0] === 'first' && words.length === 2 && columns.person.includes(words[1] ?? '') && words[1] !== 'name';
    if (has(words, columns.first) && !counts) return 'first';
    return has(words, columns.person) ? 'name' : 'other';
  }

  /** 0 or 1 where the heading says whose it is. */
  function markOf(heading: string): number | null {
    const words = wordsOf(heading).filter((word) => word !== 'first' || kindOf(heading) === 'name');
    if (has(words, columns.twos)) return 1;
    return has(words, columns.ones) ? 0 : null;
  }

  const isHeading = (cell: string): boolean => {
    const words = wordsOf(cell);
    return (
      cell.trim() === '#' || (words.length > 0 && words.every((word) => known.has(word)) && kindOf(cell) !== 'other')
    );
  };

  return function columnsOf(cells: readonly string[]): Column[] | null {
    const written = cells.filter((cell) => cell.trim() !== '');
    const headings = written.filter(isHeading);
    if (headings.length === 0 || (headings.length < written.length && headings.length < 2)) return null;
    if (!headings.some((cell) => kindOf(cell) !== 'seat') && written.length > 1) return null;
    const kinds = cells.map((cell) => (cell.trim() === '' ? 'other' : kindOf(cell)));
    const ofNames = (kind: Kind): boolean => kind === 'first' || kind === 'last' || kind === 'name';
    const marked = cells.every((cell, index) => !ofNames(kinds[index] ?? 'other') || markOf(cell) !== null);
    const lasts = kinds.filter((kind) => kind === 'last').length;
    const names = kinds.filter((kind) => kind === 'first' || kind === 'name').length;
    if (lasts === 1 && names === 2) {
      // One family name, and two people.
      let person = 0;
      return kinds.map((kind) => ({ kind, person: kind === 'first' || kind === 'name' ? person++ : -1 }));
    }
    const filled: Set<Kind>[] = [];
    return kinds.map((kind, index): Column => {
      if (!ofNames(kind)) return { kind, person: -1 };
      if (marked) return { kind, person: markOf(cells[index] ?? '') ?? 0 };
      // Without a mark a part of a name belongs to the first person who lacks it.
      const free = filled.findIndex((parts) => !parts.has(kind) && !parts.has('name') && kind !== 'name');
      const person = free === -1 ? filled.length : free;
      filled[person] = new Set([...(filled[person] ?? []), kind]);
      return { kind, person };
    });
  };
}
