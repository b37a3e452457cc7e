import type { i18n } from 'i18next';
import type { words } from './en/interface/interface';

type Words = typeof words.printouts;
type Key = Exclude<keyof Words, 'consents' | 'takeBack' | 'rules' | 'signals' | 'seated'>;

/** What printouts are made of, in the language of a translator. */
export function printoutWordsOf(translator: i18n) {
  const { language } = translator;
  // Which values each sentence takes is for it to say.
  const t = translator.getFixedT(language, 'printouts') as (
    key: string,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  const all = translator.getResourceBundle(language, 'printouts') as Words;
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return {
    language,
    say: (key: Key, values: Readonly<Record<string, string | number>> = {}): string => t(key, values),
    consents: all.consents,
    takeBack: Object.values(all.takeBack),
    rules: Object.values(all.rules),
    signals: Object.values(all.signals),
    seated: all.seated,
    date: (day: string): string => days.format(new Date(`${day}T00:00:00Z`)),
  };
}
