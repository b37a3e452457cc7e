import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../../../shared/couple/charter/speech';
import { speechIn } from '../../../shared/couple/charter/speech-in';
import { listText } from '../kit/list-text';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-line';

/** What clauses need of the language to read aloud. */
export function useSpeech(nameOf: NameOf): Omit<Speech, 'clause'> {
  const { t } = useTranslation('charter');
  const language = useLanguage();
  return useMemo(
    () =>
      speechIn(
        (key, values = {}) => t(key as 'reads.agreement', { ...values }),
        (items) => listText(items, language),
        nameOf,
      ),
    [t, language, nameOf],
  );
}
