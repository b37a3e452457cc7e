import { useTranslation } from 'react-i18next';
import { aloneIn, type RosterEntry } from '../../../../shared/retreat/retreat';
import type { Side } from '../../../../shared/room/wall';
import { useView } from '../../mirror/hooks';
import { useCoupleLabel } from '../../mirror/use-couple-label';

export interface Partners {
  /** The partner who attends alone, or null. */
  readonly alone: Side | null;
  /** How a partner is called here: by name or, where there is none or it is hidden, by the letter. */
  readonly nameOf: (side: Side) => string;
  /** Both names, the one there is, or the seat. */
  readonly pair: string;
  /** Names and answers are hidden. */
  readonly hidden: boolean;
}

/** How a couple and its two are called in a form. */
export function usePartners(couple: RosterEntry): Partners {
  const { t } = useTranslation('capture');
  const hidden = useView((view) => view.discreet);
  const labelOf = useCoupleLabel();
  const nameOf = (side: Side): string =>
    hidden || couple[side].name === '' ? t('letter', { side }) : couple[side].name;
  return { alone: aloneIn(couple), nameOf, pair: labelOf(couple), hidden };
}
