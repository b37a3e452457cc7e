import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { speechOf } from '../../../shared/content/speech';
import type { Speech } from '../../../shared/couple/charter/speech';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';

/** What clauses need of the language to read aloud: the same words and lists as in handover and in files. */
export function useSpeech(nameOf: NameOf): Omit<Speech, 'clause'> {
  const { i18n } = useTranslation();
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one translator speaks every language in turn
  return useMemo(() => speechOf(i18n, { A: nameOf('A'), B: nameOf('B') }), [i18n, language, nameOf]);
}
