import { createContext, use, useEffect, useState } from 'react';
import { loadLanguage } from '../../../shared/content/language';
import { useView } from './hooks';

/** The language this page speaks: the settings' own as soon as its words are here. */
export const LanguageContext = createContext<string | null>(null);

export function useLanguage(): string {
  const language = use(LanguageContext);
  if (language === null) throw new Error('No language above this component.');
  return language;
}

/** `first` until the words of what the settings say have come. */
export function useWantedLanguage(first: string): string {
  const wanted = useView(({ settings }) => settings.language);
  const [spoken, speak] = useState(first);
  useEffect(() => {
    let asked = true;
    void loadLanguage(wanted).then((language) => asked && speak(language));
    return () => {
      asked = false;
    };
  }, [wanted]);
  return spoken;
}
