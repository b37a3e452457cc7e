import { useTranslation } from 'react-i18next';
import { sides } from '../../../shared/room/wall';
import { useCommand, useView } from '../mirror/hooks';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';
import { Clauses } from './clauses';
import { OffersList } from './offers-list';
import { WithheldCharter } from './withheld-charter';
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
  const { t } = useTranslation(['couples', 'charter']);
  const send = useCommand();
  const charter = useView(({ charters }) => charters[id]);
  const consents = useView(({ records }) => records[id]?.sheet.consents);
  if (charter === undefined || consents === undefined) return null;
  const { clauses, withheld, offers, closed } = charter;
  const writes = retreat !== null && closed === null && !withheld;
  if (clauses.length === 0 && offers.length === 0 && !withheld && !writes) return null;
  const missing = sides.filter((side) => consents[side].record.givenAt === null);
  return (
    <section className={styles.charter} aria-label={t('charter.title')}>
      {withheld && <WithheldCharter id={id} nameOf={nameOf} />}
      {closed !== null && <p className={styles.soft}>{t(`consent.closed.${closed}`)}</p>}
      {writes && missing.length > 0 && <NeedsYes missing={missing} nameOf={nameOf} />}
      <Clauses
        couple={id}
        charter={charter}
        retreat={writes && missing.length === 0 ? retreat : null}
        nameOf={nameOf}
        hidden={hidden}
      />
      {retreat !== null && closed === null && (
        <OffersList
          title={t('charter.offers')}
          offers={offers.map((offer) => ({ ...offer, title: t(`charter:kinds.${offer.kind}`) }))}
          action={t('charter.draft')}
          nameOf={nameOf}
          onTake={(captured) => void send({ type: 'charter/draft', id, retreat, captured })}
        />
      )}
    </section>
  );
}
