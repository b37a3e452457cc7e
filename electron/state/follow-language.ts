import type { Book } from '../../shared/session/commands/book';
import type { Store } from './store';
import type { OnBug } from './tell-each';

/**
 * Has the session speak the language of the settings. Its words are read when it is first asked for, and what was spoken before goes on
 * until they are here. Returns what resolves once that is so.
 */
export function followLanguage(
  store: Store,
  bookIn: (language: string) => Promise<Book>,
  onBug: OnBug,
): () => Promise<void> {
  let asked = store.session().settings.language;
  let spoken = Promise.resolve();

  async function speak(language: string): Promise<void> {
    try {
      const book = await bookIn(language);
      // Only the last one asked for is spoken, in whatever order their words come.
      if (asked === language && book.language !== store.book().language) store.speak(book);
    } catch (error) {
      onBug(error);
    }
  }

  store.subscribe(() => {
    const { language } = store.session().settings;
    if (language === asked) return;
    asked = language;
    spoken = speak(language);
  });
  return () => spoken;
}
