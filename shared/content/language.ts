import type { Language } from './content-types';

/** The language of a Holdfast that was never told another, and of what it has no words for. */
export const firstLanguage = 'en';

/** A language of the table. Its words are a chunk of their own, which nobody waits for who does not speak it. */
interface Entry {
  /** What it calls itself; null where nobody is offered it. */
  readonly name: string | null;
  readonly load: () => Promise<Language>;
}

const english = async (): Promise<Language> => (await import('./en/en')).language;

/** The one place to add a language. The pseudo-language marks every string, so that a test can see one that is not. */
const languages: Readonly<Record<string, Entry>> = {
  en: { name: 'English', load: english },
  'en-XA': { name: null, load: async () => (await import('./pseudo')).marked(await english()) },
};

/** The languages to choose from, by what they call themselves. */
export const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(languages).flatMap(([id, { name }]) => (name === null ? [] : [[id, name]])),
);

const loaded = new Map<string, Language>();

/** Brings in the words of a language, once. Resolves with the language they are in: the first one where there is no such language. */
export async function loadLanguage(id: string): Promise<string> {
  const known = Object.hasOwn(languages, id) ? id : firstLanguage;
  const entry = languages[known];
  if (entry !== undefined && !loaded.has(known)) loaded.set(known, await entry.load());
  return known;
}

function languageOf(id: string): Language {
  const language = loaded.get(id);
  if (language === undefined) throw new Error(`The words of ${id} were asked for before they came.`);
  return language;
}

/** The exercises, talks and programs in a language that has been loaded. */
export const contentIn = (id: string): Language['content'] => languageOf(id).content;

/** What the interface says in a language that has been loaded. */
export const wordsIn = (id: string): Language['words'] => languageOf(id).words;
