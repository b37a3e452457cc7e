import { createInstance, type i18n } from 'i18next';
import { wordsIn } from './language';

/** A translator for the interface, ready at once, in a language that has been loaded. */
export function translator(id: string): i18n {
  const instance = createInstance();
  const words = wordsIn(id);
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
