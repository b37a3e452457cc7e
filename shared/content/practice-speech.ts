import type { i18n } from 'i18next';
import type { words } from './en/interface/interface';

type Reads = keyof typeof words.practice.reads;
type Option = keyof typeof words.practice.options;

/** What an entry of practice is read with, in the language of a translator. */
export function practiceSpeechOf(translator: i18n) {
  const { language } = translator;
  // The keys asked for below are all of the words' own; which of their values each takes is for its sentence to say.
  const t = translator.getFixedT(language, 'practice') as (
    key: string,
    values?: Readonly<Record<string, string>>,
  ) => string;
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(language);
  // A calendar day is the same wherever it is read.
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return {
    say: (key: Reads, values: Readonly<Record<string, string>> = {}): string => t(`reads.${key}`, values),
    option: (option: string): string => t(`options.${option as Option}`),
    list: (items: readonly string[]): string => lists.format(items),
    number: (value: number): string => numbers.format(value),
    day: (date: string): string => days.format(new Date(`${date}T00:00:00Z`)),
  };
}
