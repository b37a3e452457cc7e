export interface Asked {
  readonly name: string;
  readonly words: readonly string[];
  /** Everything after the name, as it was typed. */
  readonly line: string;
}

/** One command as it was typed: words are parted at spaces, quotation marks hold some together. Null for an empty line or a remark. */
export function parseLine(typed: string): Asked | null {
  const text = typed.trim();
  if (text === '' || text.startsWith('#')) return null;
  const [name = ''] = text.split(/\s/, 1);
  const line = text.slice(name.length).trim();
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  return { name, words, line };
}
