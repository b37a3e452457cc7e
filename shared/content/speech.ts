import type { i18n } from 'i18next';
import type { words } from './en/interface/interface';

type Reads = keyof typeof words.charter.reads;
type Option = keyof typeof words.charter.options;

/** What a clause reads aloud with, in the language of a translator; `names`: what A and B are called. */
export function speechOf(translator: i18n, names: Readonly<Record<'A' | 'B', string>>) {
  const { language } = translator;
  // The keys asked for below are all of the words' own; which of their values each takes is for its sentence to say.
  const t = translator.getFixedT(language, 'charter') as (
    key: string,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const minutes = (count: number): string => {
    const hours = Math.floor(count / 60);
    const rest = count % 60;
    if (hours === 0) return t('length.minutes', { count: rest });
    if (rest === 0) return t('length.hours', { count: hours });
    return t('length.both', {
      hours: t('length.hours', { count: hours }),
      minutes: t('length.minutes', { count: rest }),
    });
  };
  return {
    say: (key: Reads, values: Readonly<Record<string, string>> = {}): string => t(`reads.${key}`, values),
    option: (option: string): string => t(`options.${option as Option}`),
    list: (items: readonly string[]): string => lists.format(items),
    minutes,
    name: (side: 'A' | 'B'): string => names[side],
  };
}
