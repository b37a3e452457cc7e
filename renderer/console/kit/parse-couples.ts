import type { ListWords } from '../../../shared/content/content-types';
import { oneLine } from '../../../shared/room/one-line';
import { type Column, columnReader } from './couple-columns';
import { hasLetters, type Names, nameReader, type ReadDoubt, withoutContacts } from './couple-names';
import { oneOf } from './one-of';
import { type PastedRow, pastedRows } from './pasted-rows';

/** A couple as it was read out of a line; names may be empty. */
export interface ReadCouple {
  readonly A: string;
  readonly B: string;
  readonly seat: number | null;
  /** The line it was read from, as it was pasted. */
  readonly line: string;
  readonly doubts: readonly ReadDoubt[];
}

/** Bullets, and the numbers and letters that count the lines of a list. */
const marker =
  /^(?:[•‣◦▪▫●○■□◆◇★☆✓✔☐☑→▶►>*·∙⁃+–—-]\s*|\[[ x]?\]\s*|[\u2460-\u2473]\s*|[(（]?#?[\d０-９]{1,3}(?:\uFE0F?\u20E3|\s*[.)\]:．）：、](?![\d])|\s*[-–—](?=\s))[)）]?\s*|[a-z]\)\s+)+/iu;
const figures = /^#?\s*(\d{1,3})$/u;

const seatOf = (text: string): number | null => {
  const seat = Number(figures.exec(text.trim())?.[1] ?? 0);
  return seat >= 1 ? seat : null;
};

interface Numbered {
  readonly seat: number | null;
  /** The number stands before a name with nothing but a space: it may only count. */
  readonly counts: boolean;
  readonly text: string;
}

/** A text without what numbers it; a seat's number is kept. */
function numberReader(words: ListWords) {
  const seat = new RegExp(`^${oneOf(words.seat)}\\s*[#.]?\\s*(\\d{1,3})\\s*[:.),–-]*\\s*`, 'iu');
  const trailing = new RegExp(`[\\s,;(–-]+${oneOf(words.seat)}\\s*[#.]?\\s*(\\d{1,3})\\)?$`, 'iu');
  const number = new RegExp(`^${oneOf(words.number)}\\.?\\s*#?\\d{1,3}\\s*[:.)–-]*\\s*`, 'iu');
  return (text: string): Numbered => {
    const line = text.trim();
    const called = seat.exec(line) ?? trailing.exec(line);
    if (called !== null) return { seat: Number(called[1]) || null, counts: false, text: line.replace(called[0], '') };
    const bare = line.replace(number, '').replace(marker, '');
    const leading = /^#?(\d{1,3})\s+(?=\p{L})/u.exec(bare);
    if (leading === null) return { seat: null, counts: false, text: bare };
    return { seat: Number(leading[1]) || null, counts: true, text: bare.slice(leading[0].length) };
  };
}

type Read = Omit<ReadCouple, 'line'> & { readonly counts: boolean };

const join = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

/** Reads pasted or typed text as couples, by the words of a language. Empty lines and the headings of a table are nothing. */
export function parseCouples(text: string, words: ListWords): ReadCouple[] {
  const { couplesIn, twoNames, isParted } = nameReader(words);
  const numbered = numberReader(words);

  const read = (names: Names, seat: number | null, counts = false): Read => ({ ...names, seat, counts });

  /** A line without columns. */
  function fromText(line: string, column: number | null): Read[] {
    const { seat, counts, text: rest } = numbered(line);
    const found = couplesIn(rest);
    return found.map((names, index) => read(names, index === 0 ? (column ?? seat) : null, counts && column === null));
  }

  /** Cells that no heading names: a couple in one cell, two names, or two names in two parts each. */
  function fromCells(cells: readonly string[]): Read[] {
    const filled = cells.map((cell) => oneLine(withoutContacts(cell))).filter((cell) => cell !== '');
    // A bullet or a number with its full stop is the list's own cell.
    const listed =
      filled[0] !== undefined && filled[0].replace(marker, '') === '' && seatOf(filled[0]) === null
        ? filled.slice(1)
        : filled;
    const seats = [listed[0], listed.at(-1)].map((cell) =>
      numbered(cell ?? '').text === '' ? numbered(cell ?? '').seat : seatOf(cell ?? ''),
    );
    const column = seats[0] ?? seats[1] ?? null;
    const names = listed.filter(hasLetters).filter((cell) => numbered(cell).text !== '');
    const left: readonly ReadDoubt[] = listed.length - names.length > (column === null ? 0 : 1) ? ['left-out'] : [];
    const withLeft = (couple: Read, also: readonly ReadDoubt[] = []): Read => ({
      ...couple,
      doubts: [...new Set([...couple.doubts, ...left, ...also])],
    });
    const parted = names.filter(isParted);
    if (parted.length > 0) {
      const also: readonly ReadDoubt[] = parted.length < names.length ? ['left-out'] : [];
      return parted
        .flatMap((cell, index) => fromText(cell, index === 0 ? column : null))
        .map((couple) => withLeft(couple, also));
    }
    const [first = '', second, third, fourth, ...more] = names;
    if (second === undefined) return fromText(first, column).map((couple) => withLeft(couple));
    const { seat, counts, text: start } = numbered(first);
    const [place, bare] = [column ?? seat, counts && column === null];
    const inParts = fourth !== undefined && !start.includes(' ');
    if (inParts) {
      return [
        withLeft(
          read(twoNames(join(start, second), join(third, fourth)), place, bare),
          more.length > 0 ? ['left-out'] : [],
        ),
      ];
    }
    return [withLeft(read(twoNames(start, second), place, bare), third === undefined ? [] : ['left-out'])];
  }

  /** Cells under headings. */
  function fromColumns(cells: readonly string[], columns: readonly Column[]): Read[] {
    const cell = (kind: Column['kind'], person: number): string | undefined => {
      const at = columns.findIndex((column) => column.kind === kind && (person < 0 || column.person === person));
      return at < 0 ? undefined : oneLine(cells[at] ?? '');
    };
    const seat = seatOf(cell('seat', -1) ?? '');
    const people = [0, 1].map((person) => cell('name', person) ?? join(cell('first', person), cell('last', person)));
    const two = columns.some(({ person }) => person === 1);
    if (!two) return fromText(people[0] ?? '', seat);
    // One family name for both stands in a column of its own.
    const shared = columns.some(({ kind, person }) => kind === 'last' && person < 0) ? cell('last', -1) : undefined;
    const [A = '', B = ''] = people.map((name) => join(name, shared));
    const third = columns.some(({ person }, index) => person > 1 && hasLetters(cells[index] ?? ''));
    const names = twoNames(A, B);
    return [read(third ? { ...names, doubts: [...names.doubts, 'more-names'] } : names, seat)];
  }

  function fromRow({ line, cells, loose }: PastedRow): Read[] {
    const number = /^\s*#?(\d{1,3})\s*[,;\t]\s*/u.exec(line);
    const rest = number === null ? line : line.slice(number[0].length);
    if (loose && isParted(numbered(withoutContacts(rest)).text))
      return fromText(rest, number === null ? null : seatOf(number[1] ?? ''));
    return fromCells(cells);
  }

  const rows = pastedRows(text);
  const columns = columnReader(words)(rows[0]?.cells ?? []);
  const body = columns === null ? rows : rows.slice(1);
  const byColumns = columns !== null && columns.length > 1 && columns.some(({ person }) => person >= 0);
  const found = body.flatMap((row) =>
    (byColumns ? fromColumns(row.cells, columns) : fromRow(row)).map((couple) => ({
      ...couple,
      line: row.line.trim(),
    })),
  );
  // Numbers that only run on count the lines; what begins elsewhere, or jumps, are seats.
  const run = found.every(({ counts, seat }, index) => counts && seat === index + 1);
  return found.map(({ counts: _, ...couple }) => (run ? { ...couple, seat: null } : couple));
}
