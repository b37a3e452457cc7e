/** A stretch of two wordings: in both, only in the newer, or only in the older. */
export interface Stretch {
  readonly kind: 'kept' | 'added' | 'gone';
  readonly text: string;
}

/** More pairs of words than this are not weighed against each other: what lies between two equal ends is then said to be all new. */
const mostPairs = 4_000_000;

/** Words with the space or the mark after each one apart, so that a language without spaces is told word by word too. */
const wordsOf = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);

/** The length of the longest row of words in both from each pair on, row by row. */
function longest(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    const below = rows[i + 1];
    if (row === undefined || below === undefined) continue;
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}

function between(before: readonly string[], after: readonly string[]): Stretch[] {
  const all = (kind: Stretch['kind'], words: readonly string[]): Stretch[] => words.map((text) => ({ kind, text }));
  if (before.length * after.length > mostPairs) return [...all('gone', before), ...all('added', after)];
  const rows = longest(before, after);
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const old = before[i] ?? '';
    const young = after[j] ?? '';
    if (old === young) {
      stretches.push({ kind: 'kept', text: old });
      i += 1;
      j += 1;
    } else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) {
      stretches.push({ kind: 'gone', text: old });
      i += 1;
    } else {
      stretches.push({ kind: 'added', text: young });
      j += 1;
    }
  }
  return [...stretches, ...all('gone', before.slice(i)), ...all('added', after.slice(j))];
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (last?.kind === stretch.kind) out[out.length - 1] = { ...last, text: last.text + stretch.text };
    else out.push(stretch);
  }
  return out;
}

/**
 * What changed from one wording to the next, word by word, in reading order. What is kept and gone makes up the older one, what is kept
 * and added the newer one, to the letter.
 */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  const old = wordsOf(before);
  const young = wordsOf(after);
  const most = Math.min(old.length, young.length);
  let start = 0;
  while (start < most && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === young[young.length - 1 - end]) end += 1;
  const kept = (words: readonly string[]): Stretch[] => words.map((text) => ({ kind: 'kept', text }));
  return joined([
    ...kept(old.slice(0, start)),
    ...between(old.slice(start, old.length - end), young.slice(start, young.length - end)),
    ...kept(old.slice(old.length - end)),
  ]);
}
