import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../shared/couple/charter/charter-view';
import { dateOf } from '../../../shared/retreat/schedule';
import type { Side } from '../../../shared/room/wall';
import { dateText } from '../kit/dates';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-lines';

/** How and when a partner consented, in words; null where they did not. */
export function useConsentText(nameOf: NameOf): (side: Side, given: ConsentView | null) => string | null {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  return (side, given) => {
    if (given === null) return null;
    const date = dateText(given.paper ?? dateOf(given.at), language);
    return t(given.paper === null ? 'charter.alone' : 'charter.paper', { name: nameOf(side), date });
  };
}
