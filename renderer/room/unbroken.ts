/** Sentences up to this many characters are never broken: the narrowest wall holds so many in a line at the size a thought has there. */
const longest = 14;

/** Of several sentences the short ones keep together: "See it. Own it. Choose us." parts between them, never inside one. */
export function unbroken(text: string): string {
  const sentences = text.split(/(?<=[.!?]) /);
  if (sentences.length === 1) return text;
  return sentences.map((one) => (one.length > longest ? one : one.replaceAll(' ', '\u00a0'))).join(' ');
}
