/** How the words a test looks for stand on the screen: as they are, or marked by the pseudo-locale. */
export type Say = (text: string) => string;

export const plain: Say = (text) => text;

/** Matches a label made of a template, such as "{{title}}, {{at}}", whatever stands in its places but those given. */
export function template(say: Say, text: string, values: Readonly<Record<string, string>> = {}): RegExp {
  const parts = say(text).split(/\{\{(\w+)\}\}/u);
  const pattern = parts.map((part, index) => {
    if (index % 2 === 0) return escaped(part);
    const value = values[part];
    return value === undefined ? '.*' : escaped(value);
  });
  return new RegExp(`^${pattern.join('')}$`, 'u');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
