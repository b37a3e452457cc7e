import type { PageDocument, PageWords } from '../../shared/couple/page/page-document';

export interface Speech {
  readonly say: (key: keyof PageWords, values?: Readonly<Record<string, string | number>>) => string;
  /** "Saturday, March 7" */
  readonly day: (day: string) => string;
  readonly shortDay: (day: string) => string;
}

/** How a page speaks: in the words that stand in it. */
export function speechOf({ words, language }: PageDocument): Speech {
  const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
  const long = new Intl.DateTimeFormat(language, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return {
    say: (key, values = {}) =>
      Object.entries(values).reduce((text, [name, value]) => text.split(`{{${name}}}`).join(String(value)), words[key]),
    day: (day) => long.format(at(day)),
    shortDay: (day) => short.format(at(day)),
  };
}
