import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { bothOf, isTurned } from '../../../shared/session/policy/pair';
import type { Pairs, ReturningCouple } from '../../../shared/session/protocol/couple-search';
import { Button } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { dateText } from '../kit/dates';
import { andText } from '../kit/list-text';
import { useCommand, useMirrorDispatch, useView } from '../mirror/hooks';
import { closedPage, openedPage } from '../mirror/store';
import { useLanguage } from '../mirror/use-language';
import { useReturningPairs } from '../mirror/use-returning';
import styles from './earlier-retreats.module.css';

const nobody: readonly RosterEntry[] = [];

interface JoinOlderProps {
  readonly couple: RosterEntry;
  /** The couple as it is called on this page. */
  readonly names: string;
}

/**
 * Asks whether two who sat down as a new couple are one that was here before. Nothing of that couple is shown but where and when that was,
 * and the answer is no until somebody says yes: two others may have the same names.
 */
export function JoinOlder({ couple, names }: JoinOlderProps) {
  const { t } = useTranslation(['returning', 'shell']);
  const language = useLanguage();
  const dispatch = useMirrorDispatch();
  const send = useCommand();
  const roster = useView(({ retreat }) => retreat?.couples ?? nobody);
  const { A, B } = couple;
  const pairs = useMemo(
    (): Pairs => (bothOf(A.name, B.name) === null ? [] : [{ A: A.name, B: B.name }]),
    [A.name, B.name],
  );
  const before = useReturningPairs(pairs, roster);
  const [asking, setAsking] = useState<ReturningCouple | null>(null);
  if (before.length === 0) return null;
  const whenOf = ({ retreats }: ReturningCouple): string =>
    andText(
      retreats.map(({ title, date }) => t('shell:couples.returning.at', { title, date: dateText(date, language) })),
      language,
    );
  const join = async (was: string) => {
    setAsking(null);
    if (!(await send({ type: 'roster/join', id: couple.id, was })).ok) return;
    dispatch(closedPage(couple.id));
    dispatch(openedPage(was));
  };
  return (
    <section className={styles.retreats} aria-label={t('joinLabel')}>
      {before.map((one) => (
        <div key={one.id}>
          <p>{t('joinAt', { retreats: whenOf(one) })}</p>
          {one.newer && <p>{t('shell:couples.returning.newer')}</p>}
          {isTurned({ A: A.name, B: B.name }, one) && <p>{t('joinTurned')}</p>}
          <Button
            look="quiet"
            size="compact-sm"
            disabled={one.newer || isTurned({ A: A.name, B: B.name }, one)}
            onClick={() => setAsking(one)}
          >
            {t('join')}
          </Button>
        </div>
      ))}
      <Confirm
        open={asking !== null}
        title={t('joinTitle', { couple: names })}
        text={t('joinText', { retreats: asking === null ? '' : whenOf(asking) })}
        yes={t('joinYes')}
        no={t('joinNo')}
        onYes={() => void (asking === null ? undefined : join(asking.id))}
        onNo={() => setAsking(null)}
      >
        <ul className={styles.stays}>
          <li>{t('joinGoes')}</li>
          <li>{t('joinNote')}</li>
          <li>{t('joinUndo')}</li>
        </ul>
      </Confirm>
    </section>
  );
}
