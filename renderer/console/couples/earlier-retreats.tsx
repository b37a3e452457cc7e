import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';
import { Button } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { dateText } from '../kit/dates';
import { useCommand, useMirrorDispatch, useView } from '../mirror/hooks';
import { closedPage, openedPage } from '../mirror/store';
import { useLanguage } from '../mirror/use-language';
import styles from './earlier-retreats.module.css';

interface EarlierRetreatsProps {
  readonly id: string;
  /** The couple as it is called on this page. */
  readonly names: string;
  readonly retreats: FoundCouple['retreats'];
}

/** Where the couple was; and where that is wrong, it is parted from the couple of then. */
export function EarlierRetreats({ id, names, retreats }: EarlierRetreatsProps) {
  const { t } = useTranslation('returning');
  const language = useLanguage();
  if (retreats.length < 2) return null;
  return (
    <section className={styles.retreats} aria-label={t('label')}>
      <p>{t('count', { count: retreats.length })}</p>
      <ul>
        {retreats.map((at) => (
          <li key={at.id}>
            {at.title} <span className={styles.date}>{dateText(at.date, language)}</span>
          </li>
        ))}
      </ul>
      <Part id={id} names={names} />
    </section>
  );
}

function Part({ id, names }: Pick<EarlierRetreatsProps, 'id' | 'names'>) {
  const { t } = useTranslation(['returning', 'shell']);
  const send = useCommand();
  const dispatch = useMirrorDispatch();
  const [asking, setAsking] = useState(false);
  const [parting, setParting] = useState<number | null>(null);
  const open = useView(({ retreat }) => retreat?.title ?? '');
  const seat = useView(({ retreat }) => retreat?.couples.find((couple) => couple.id === id)?.seat ?? null);
  const now = useView(({ retreat }) => retreat?.couples.find((couple) => couple.seat === parting)?.id ?? null);
  // Whoever parted them goes on with the two who are here.
  useEffect(() => {
    if (now === null || now === id) return;
    dispatch(closedPage(id));
    dispatch(openedPage(now));
  }, [now, id, dispatch]);
  if (seat === null) return null;
  const part = async () => {
    setAsking(false);
    setParting(seat);
    if (!(await send({ type: 'roster/part', id })).ok) setParting(null);
  };
  return (
    <>
      <Button look="quiet" size="compact-sm" onClick={() => setAsking(true)}>
        {t('part')}
      </Button>
      <Confirm
        open={asking}
        title={t('partTitle', { couple: names })}
        text={t('partText', { retreat: open, seat })}
        yes={t('partYes')}
        no={t('shell:cancel')}
        danger
        onYes={() => void part()}
        onNo={() => setAsking(false)}
      >
        <ul className={styles.stays}>
          <li>{t('partGoes', { retreat: open })}</li>
          <li>{t('partStays')}</li>
          <li>{t('partNote')}</li>
          <li>{t('partUndo')}</li>
        </ul>
      </Confirm>
    </>
  );
}
