import type { Part } from './summary';

/** What a part says, line by line, where nothing but text can stand; `bullet` begins each line of a list. */
export function plainLines(part: Part, bullet = ''): readonly string[] {
  switch (part.kind) {
    case 'paragraph':
      return [part.text];
    case 'list':
      return part.items.map((item) => `${bullet}${item}`);
    case 'chart':
      return [part.sentence];
    case 'table':
      return part.rows.map((row) => row.join(', '));
  }
}
