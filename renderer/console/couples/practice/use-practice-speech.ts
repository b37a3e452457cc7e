import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { practiceSpeechOf } from '../../../../shared/content/practice-speech';
import type { PracticeSpeech } from '../../../../shared/couple/practice/practice-speech';
import { useLanguage } from '../../mirror/use-language';

/** What entries of practice need of the language to be read. */
export function usePracticeSpeech(): PracticeSpeech {
  const { i18n } = useTranslation();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one translator speaks every language in turn
  return useMemo(() => practiceSpeechOf(i18n), [i18n, language]);
}
