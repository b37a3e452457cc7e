import { useTranslation } from 'react-i18next';
import type { Side } from '../../../shared/room/wall';
import { useView } from '../mirror/hooks';
import { useFoundCouples } from './use-found-couples';

/** How a couple is called on its page and its tab: by the roster that is open, else by that of its last retreat; by its seat, or not at all, while names are hidden. */
export function usePageNames(id: string): string {
  const { t } = useTranslation(['couples', 'shell']);
  const discreet = useView((view) => view.discreet);
  const here = useView(({ retreat }) => retreat?.couples.find((couple) => couple.id === id));
  const [couple] = useFoundCouples({ id })?.couples ?? [];
  if (discreet) return here === undefined ? t('all.hidden') : t('page.seat', { seat: here.seat });
  const nameOf = (side: Side): string => here?.[side].name ?? couple?.[side] ?? '';
  const [A, B] = [nameOf('A'), nameOf('B')];
  return A !== '' && B !== '' ? t('shell:pair', { A, B }) : A || B || t('all.unnamed');
}
