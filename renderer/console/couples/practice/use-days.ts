import { useMemo } from 'react';
import { momentOf } from '../../../../shared/retreat/schedule';
import { dayText, shortDayText } from '../../kit/dates';
import { useClock } from '../../mirror/hooks';
import { useLanguage } from '../../mirror/use-language';

const noon = '12:00';

/** Calendar days (YYYY-MM-DD) as the language writes them: whole, and where there is little room. */
export function useDays() {
  const language = useLanguage();
  const clock = useClock();
  return useMemo(
    () => ({
      long: (on: string): string => dayText(momentOf(on, noon), language),
      short: (on: string): string => shortDayText(momentOf(on, noon), clock.now().wall, language),
    }),
    [language, clock],
  );
}
