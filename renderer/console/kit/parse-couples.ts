import { oneLine } from '../../../shared/room/one-line';

/** A couple's names as they were typed, with the line they stand on (counted from 1). */
export interface NamedCouple {
  readonly A: string;
  readonly B: string;
  readonly line: number;
}

/** Signs part names first; only a line without one is parted at a word, so that "Ada E Lee & Bo" keeps its initial. */
const signs = /\s*[&+/,;\t]\s*/u;
const words = /\s+(?:and|und|et|og|och)\s+/iu;

/** Couples from pasted or typed text: one on each line, names parted by "&", "and", a comma or a tab. Empty lines are nothing. */
export function parseCouples(text: string): NamedCouple[] {
  return text.split(/\r?\n/u).flatMap((raw, index) => {
    // Tabs part names too, so the line is only looked at here; each name is made one line by itself.
    if (oneLine(raw) === '') return [];
    const line = raw.trim();
    const [A = '', ...rest] = line.split(signs.test(line) ? signs : words);
    return [{ A: oneLine(A), B: oneLine(rest.join(' ')), line: index + 1 }];
  });
}
