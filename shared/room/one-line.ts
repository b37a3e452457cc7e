/** Marks that change the direction of text around them; what has a direction of its own keeps it without them. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Control characters, line and paragraph ends included: a line has none. */
const controls = /[\p{Cc}\u2028\u2029]/gu;
/** What takes no ink: white space, and characters that only join, part or steer others. */
const unseen = /^[\p{Z}\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]*$/u;
/** A half of a pair of surrogates without the other. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A line of text as it is kept: composed (NFC), so that twins that look alike are alike; without control and direction marks, so
 * that it can turn nothing around it; white space folded. Joiners inside emoji and scripts stay. "" when nothing would be seen.
 */
export function oneLine(text: string): string {
  const kept = text
    .replace(halves, '')
    .replace(controls, ' ')
    .replace(bidiControls, '')
    .replace(/[\p{Zs}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return unseen.test(kept) ? '' : kept;
}

/** A line that is still being typed: nothing in it breaks it or turns anything around it; its white space stays as it was typed. */
export const typedLine = (text: string): string =>
  text.replace(halves, '').replace(controls, ' ').replace(bidiControls, '');

/** The same for a text of several lines. */
export const typedLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(typedLine)
    .join('\n');

/** As much of a text as `most` UTF-16 units hold, never cut inside what a person sees as one sign: a family of emoji, a letter with its marks. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  // Only the sign at the cut is looked at: to go through all of a long text takes a page's time for seconds.
  const before = text.slice(0, most + 2);
  const sign = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(before).containing(most);
  return text.slice(0, sign?.index ?? most);
}
