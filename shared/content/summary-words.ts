import type { i18n } from 'i18next';
import type { words } from './en/interface/interface';
import { practiceSpeechOf } from './practice-speech';
import { speechOf } from './speech';

type Words = typeof words.summary;
type Key = Exclude<keyof Words, 'sections' | 'helpWhen' | 'calendar' | 'practised'>;
type Section = keyof Words['sections'];

/** What a summary is made of, in the language of a translator; `names`: what A and B are called. */
export function summaryWordsOf(translator: i18n, names: Readonly<Record<'A' | 'B', string>>) {
  const { language } = translator;
  // Which values each sentence takes is for it to say.
  const t = translator.getFixedT(language, 'summary') as (
    key: string,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  const all = translator.getResourceBundle(language, 'summary') as Words;
  const kinds = translator.getFixedT(language, 'charter') as (key: string) => string;
  const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
  return {
    language,
    say: (key: Key, values: Readonly<Record<string, string | number>> = {}): string => t(key, values),
    section: (id: Section) => all.sections[id],
    helpWhen: Object.values(all.helpWhen),
    speech: speechOf(translator, names),
    kind: (kind: string): string => kinds(`kinds.${kind}`),
    calendar: all.calendar,
    practice: practiceSpeechOf(translator),
    practised: (kind: keyof Words['practised']): string => all.practised[kind],
    date: (day: string): string => days.format(noon(day)),
    shortDate: (day: string): string => short.format(noon(day)),
  };
}
