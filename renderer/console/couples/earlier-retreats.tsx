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
  const dispatch = useMirrorDispatch();
  const send = useCommand();
  const seat = useView(({ retreat }) => retreat?.couples.find((couple) => couple.id === id)?.seat ?? null);
  /** The seat whose two are being parted. */
  const [parting, setParting] = useState<number | null>(null);
  const parted = useView(({ retreat }) => retreat?.couples.find((couple) => couple.seat === parting)?.id ?? null);
  // Whoever parted them goes on with the two who are here; by then this one is on the roster no more.
  useEffect(() => {
    if (parted === null || parted === id) return;
    dispatch(closedPage(id));
    dispatch(openedPage(parted));
  }, [parted, id, dispatch]);
  if (seat === null || retreats.length < 2) return null;
  const part = async () => {
    setParting(seat);
    if (!(await send({ type: 'roster/part', id })).ok) setParting(null);
  };
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
      <Part names={names} seat={seat} onPart={() => void part()} />
    </section>
  );
}

interface PartProps {
  readonly names: string;
  readonly seat: number;
  readonly onPart: () => void;
}

/** Asks before they are parted: it is not taken back. */
function Part({ names, seat, onPart }: PartProps) {
  const { t } = useTranslation(['returning', 'shell']);
  const [asking, setAsking] = useState(false);
  const retreat = useView((view) => view.retreat?.title ?? '');
  return (
    <>
      <Button look="quiet" size="compact-sm" onClick={() => setAsking(true)}>
        {t('part')}
      </Button>
      <Confirm
        open={asking}
        title={t('partTitle', { couple: names })}
        text={t('partText', { seat })}
        yes={t('partYes')}
        no={t('shell:cancel')}
        danger
        onYes={() => {
          setAsking(false);
          onPart();
        }}
        onNo={() => setAsking(false)}
      >
        <ul className={styles.stays}>
          <li>{t('partGoes', { retreat })}</li>
          <li>{t('partStays')}</li>
          <li>{t('partNote')}</li>
          <li>{t('partUndo')}</li>
        </ul>
      </Confirm>
    </>
  );
}
