import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sides } from '../../../shared/room/wall';
import type { OpenCharterView } from '../../../shared/session/view/charter-view';
import { Button } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { useContent } from '../mirror/content';
import { useCommand, useView } from '../mirror/hooks';
import { HandedList } from '../parts/handed-list';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';
import { Clauses } from './clauses';
import { NeedsYes } from './write-clause';

interface CharterSectionProps {
  readonly id: string;
  /** The retreat that is open, if the couple is on its roster: what is agreed is agreed there. */
  readonly retreat: string | null;
  readonly nameOf: NameOf;
  readonly hidden: boolean;
}

/** What the couple agreed: in force as sentences to be read aloud, drafts with what they still need, and what an exercise left for one. */
export function CharterSection({ id, retreat, nameOf, hidden }: CharterSectionProps) {
  const { t } = useTranslation('couples');
  const charter = useView(({ charters }) => charters[id]);
  const consents = useView(({ records }) => records[id]?.sheet.consents);
  if (charter === undefined || consents === undefined) return null;
  const { clauses, withheld, offers, closed } = charter;
  const writes = retreat !== null && closed === null && !withheld;
  if (clauses.length === 0 && offers.length === 0 && !withheld && !writes) return null;
  const missing = sides.filter((side) => consents[side].record.givenAt === null);
  return (
    <section className={styles.charter} aria-label={t('charter.title')}>
      {withheld && <Withheld id={id} nameOf={nameOf} />}
      {closed !== null && <p className={styles.soft}>{t(`consent.closed.${closed}`)}</p>}
      {writes && missing.length > 0 && <NeedsYes missing={missing} nameOf={nameOf} />}
      <Clauses
        couple={id}
        charter={charter}
        retreat={writes && missing.length === 0 ? retreat : null}
        nameOf={nameOf}
        hidden={hidden}
      />
      {retreat !== null && closed === null && <Offers id={id} retreat={retreat} offers={offers} nameOf={nameOf} />}
    </section>
  );
}

/** That a consent was taken back: nothing is shown, and either partner may have it deleted (S8). */
function Withheld({ id, nameOf }: { readonly id: string; readonly nameOf: NameOf }) {
  const { t } = useTranslation(['couples', 'shell']);
  const send = useCommand();
  const [asking, setAsking] = useState(false);
  const remove = () => {
    setAsking(false);
    void send({ type: 'charter/delete', id });
  };
  return (
    <>
      <p className={styles.soft}>{t('charter.withheld')}</p>
      <div>
        <Button size="compact-sm" onClick={() => setAsking(true)}>
          {t('charter.delete')}
        </Button>
      </div>
      <Confirm
        open={asking}
        title={t('charter.deleteTitle')}
        text={t('charter.deleteText')}
        yes={t('consent.deleteYes')}
        no={t('shell:cancel')}
        danger
        onYes={remove}
        onNo={() => setAsking(false)}
      >
        <HandedList id={id} whose="joint" nameOf={nameOf} title="notReached" />
      </Confirm>
    </>
  );
}

interface OffersProps {
  readonly id: string;
  readonly retreat: string;
  readonly offers: OpenCharterView['offers'];
  readonly nameOf: NameOf;
}

/** What an exercise left for a clause: one action makes a draft of it, and nobody types it twice. */
function Offers({ id, retreat, offers, nameOf }: OffersProps) {
  const { t } = useTranslation(['couples', 'charter']);
  const { exercise } = useContent();
  const send = useCommand();
  if (offers.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t('charter.offers')}>
      <h2 className={styles.title}>{t('charter.offers')}</h2>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <span>
              {t(`charter:kinds.${offer.kind}`)}{' '}
              <span className={styles.soft}>{exercise(offer.exercise)?.title ?? ''}</span>
            </span>
            {offer.askFirst.length > 0 && (
              <span className={styles.soft}>
                {t('charter.askFirst', { names: offer.askFirst.map(nameOf).join(', ') })}
              </span>
            )}
            <Button
              size="compact-sm"
              disabled={!offer.ready}
              onClick={() => void send({ type: 'charter/draft', id, retreat, captured: offer.id })}
            >
              {t('charter.draft')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
