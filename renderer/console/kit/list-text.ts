// Making one costs more than a hundred uses of it.
const lists = new Map<string, Intl.ListFormat>();

/** "here, a note": one thing after another, as the language parts them. */
export function listText(parts: readonly string[], language: string): string {
  const made = lists.get(language) ?? new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  lists.set(language, made);
  return made.format(parts);
}
