import Papa from 'papaparse';

/** One line of what was pasted. */
export interface PastedRow {
  readonly line: string;
  readonly cells: readonly string[];
  /** Its cells were parted by commas, which may be those of "Lee, Ada", or by spaces alone: then the line says more than they do. */
  readonly loose: boolean;
}

/** Every way a line ends: of the three systems, of Word, of Unicode. */
const lineEnds = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;
/** What takes no place and says nothing, as web pages and files leave it: breaks of words, marks of bytes. */
const unseen = /[\u00AD\u200B\u2060\uFEFF]/gu;
/** More of a line is no couple's; reading it must not keep the page waiting, whatever it holds. */
const longestLine = 400;
const mostCells = 40;
/** No text holds it, so that no sign is a quote. */
const noQuote = '\u0000';

/** The rows a text has when its cells are parted by this sign; null when a sign at its quotes is not one. */
function rowsBy(text: string, delimiter: string, quoteChar: string): PastedRow[] | null {
  const rows: PastedRow[] = [];
  let from = 0;
  let whole = true;
  Papa.parse(text, {
    delimiter,
    newline: '\n',
    quoteChar,
    step: ({ data, errors, meta }) => {
      const line = text.slice(from, meta.cursor).replace(/\n$/u, '');
      from = meta.cursor;
      if (errors.length > 0) whole = false;
      rows.push({ line, cells: data, loose: delimiter === ',' && !line.includes('"') });
    },
  });
  return whole ? rows : null;
}

/** The lines of a pasted text that say something, with their cells; a ruled line says nothing. A cell in quotes may hold any sign, line ends included. */
export function pastedRows(text: string): PastedRow[] {
  const clean = text.replace(lineEnds, '\n').replace(unseen, '').replaceAll('&amp;', '&').replaceAll(noQuote, '');
  const delimiter = clean.includes('\t') ? '\t' : /[;；]/u.test(clean) ? ';' : ',';
  const even = delimiter === ';' ? clean.replaceAll('；', ';') : clean;
  const rows = rowsBy(even, delimiter, '"') ?? rowsBy(even, delimiter, noQuote) ?? [];
  return rows
    .filter(({ line }) => /[\p{L}\p{N}]/u.test(line))
    .map(cut)
    .map(bySpaces);
}

const cut = ({ line, cells, loose }: PastedRow): PastedRow => ({
  line: line.trim().slice(0, longestLine),
  cells: cells.slice(0, mostCells).map((cell) => cell.slice(0, longestLine)),
  loose,
});

/** Columns that lost their tabs on the way stand at least two spaces apart. */
function bySpaces(row: PastedRow): PastedRow {
  const [only = '', ...more] = row.cells.filter((cell) => cell.trim() !== '');
  const apart = only.trim().split(/[\p{Zs}]{2,}/u);
  return more.length > 0 || apart.length === 1 ? row : { ...row, cells: apart, loose: true };
}
