import { useTranslation } from 'react-i18next';
import { dueCouples } from '../../../shared/retreat/private-timeout';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { Banner } from '../kit/banner';
import { Button } from '../kit/button';
import { useMirrorDispatch, useView } from '../mirror/hooks';
import { foundCouple } from '../mirror/store';
import { useCoupleLabel } from '../mirror/use-couple-label';
import { useMinute } from '../mirror/use-minute';

const nobody: readonly RosterEntry[] = [];

/** A private timeout whose time is up: said without a sound on every screen, until the couple is back or has more time. */
export function TimeoutsDue() {
  const { t } = useTranslation('shell');
  const dispatch = useMirrorDispatch();
  const labelOf = useCoupleLabel();
  const couples = useView(({ retreat }) => retreat?.couples ?? nobody);
  const wall = useMinute(couples.some(({ timeout }) => timeout !== null));
  const due = dueCouples(couples, wall);
  const [first] = due;
  if (first === undefined) return null;
  const text =
    due.length === 1
      ? t('banner.timeout-due', { couple: labelOf(first) })
      : t('banner.timeouts-due', { couple: labelOf(first), count: due.length - 1 });
  return (
    <Banner tone="quiet" text={text}>
      <Button
        live
        size="compact-sm"
        label={t('banner.timeout-due-act', { couple: labelOf(first) })}
        onClick={() => void dispatch(foundCouple(first.id))}
      >
        {t('banner.timeout-due-short')}
      </Button>
    </Banner>
  );
}
