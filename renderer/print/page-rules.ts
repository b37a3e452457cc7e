interface Piece {
  readonly foot: string | null;
  /** How many pages it has; null where it is all there is. */
  readonly count: number | null;
}

/** A string of a style sheet: what it quotes can end neither it nor the rule it is in. */
const quoted = (text: string): string => `"${CSS.escape(text)}"`;

/** What the pages of a piece are called. */
export const pageName = (at: number): string => `piece-${at}`;

/** A piece that ends on the front of a sheet leaves its back empty: whoever is next begins on a sheet of their own. */
export const leavesBlank = ({ count }: Piece, isLast: boolean): boolean => count !== null && count % 2 === 1 && !isLast;

/** What stands at the foot of a piece's pages: the language's words, never a couple's. A card for a wall has nothing there. */
const footRule = (name: string, { foot }: Piece, number: string): string =>
  `@page ${name} {
    @bottom-left { content: ${foot === null ? '""' : quoted(foot)}; }
    @bottom-right { content: ${foot === null ? '""' : number}; }
  }`;

/** Pages are counted through a whole job: each piece reads its own numbers into that count. */
function numbered(pieces: readonly Piece[]): string {
  let first = 1;
  return pieces
    .map((piece, at) => {
      const name = pageName(at);
      const count = piece.count ?? 0;
      const symbols = Array.from({ length: count }, (_, n) => `"${n + 1} / ${count}"`).join(' ');
      const rules = `@counter-style ${name} { system: fixed ${first}; symbols: ${symbols}; }
        ${footRule(name, piece, `counter(page, ${name})`)}`;
      first += count + (leavesBlank(piece, false) ? 1 : 0);
      return rules;
    })
    .join('\n');
}

/** How large the paper is, and what stands at its foot. */
export function pageRules(paper: string, pieces: readonly Piece[]): string {
  const [piece] = pieces;
  const size = `@page { size: ${paper}; }`;
  if (piece?.count === null) return `${size}\n${footRule('', piece, 'counter(page) " / " counter(pages)')}`;
  return `${size}\n${numbered(pieces)}`;
}
