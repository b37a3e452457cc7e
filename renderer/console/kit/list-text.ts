type Style = 'conjunction' | 'unit';

// Making one costs more than a hundred uses of it.
const lists = new Map<string, Intl.ListFormat>();

function inStyle(type: Style, parts: readonly string[], language: string): string {
  const key = `${language}/${type}`;
  const made = lists.get(key) ?? new Intl.ListFormat(language, { type, style: type === 'unit' ? 'short' : 'long' });
  lists.set(key, made);
  return made.format(parts);
}

/** "here, a note": one mark after another, as the language parts them. */
export const listText = (parts: readonly string[], language: string): string => inStyle('unit', parts, language);

/** "Ada and Bo": what is said in a sentence, as it is read aloud in handover and in files. */
export const andText = (parts: readonly string[], language: string): string => inStyle('conjunction', parts, language);
