import { createInstance, type i18n } from 'i18next';
import { content as en } from './en/content';
import { words as enWords } from './en/interface/interface';
import type { Content } from './library';
import { pseudoContent, pseudoWords } from './pseudo';

type Words = typeof enWords;

/** One language: what goes on the wall, and what the interface says. */
interface Language {
  readonly content: Content;
  readonly words: Words;
}

const english: Language = { content: en, words: enWords };
let pseudo: Language | undefined;

/**
 * The one place to add a language. The pseudo-locale marks every string, so that an unmarked one stands out in tests; it is made
 * when it is asked for, because no start should wait for it.
 */
const languages: ReadonlyMap<string, () => Language> = new Map([
  ['en', () => english],
  ['en-XA', () => (pseudo ??= { content: pseudoContent(en), words: pseudoWords(enWords) })],
]);

const languageOf = (id: string): Language => languages.get(id)?.() ?? english;

/** The exercises, talks and programs in a language; English when there is no such language. */
export const contentIn = (id: string): Content => languageOf(id).content;

/** A translator for the interface, ready at once: resources are in the bundle, nothing is fetched. */
export function translator(id: string): i18n {
  const instance = createInstance();
  const { words } = languageOf(id);
  void instance.init({
    lng: id,
    resources: { [id]: words },
    ns: Object.keys(words),
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}
