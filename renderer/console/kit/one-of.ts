const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');

/** A pattern for any of these words. */
export const oneOf = (words: readonly string[]): string => `(?:${words.map(escaped).join('|')})`;
