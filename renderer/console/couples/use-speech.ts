import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../../../shared/couple/charter/speech';
import { listText } from '../kit/list-text';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';

const minutesInHour = 60;

/** What clauses need of the language to read aloud. */
export function useSpeech(nameOf: NameOf): Omit<Speech, 'clause'> {
  const { t } = useTranslation('charter');
  const language = useLanguage();
  return useMemo(() => {
    const minutes = (count: number): string => {
      const hours = Math.floor(count / minutesInHour);
      const rest = count % minutesInHour;
      if (hours === 0) return t('length.minutes', { count });
      const whole = t('length.hours', { count: hours });
      return rest === 0 ? whole : t('length.both', { hours: whole, minutes: t('length.minutes', { count: rest }) });
    };
    return {
      say: (key, values = {}) => t(`reads.${key}`, { ...values }),
      option: (option) => t(`options.${option}` as 'options.monday'),
      list: (items) => listText(items, language),
      minutes,
      name: nameOf,
    };
  }, [t, language, nameOf]);
}
