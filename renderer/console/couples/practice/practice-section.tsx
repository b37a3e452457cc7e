import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeEntryView } from '../../../../shared/couple/practice/practice-view';
import { aloneIn } from '../../../../shared/retreat/retreat';
import { EmptyState } from '../../kit/panel';
import { useCommand, useView } from '../../mirror/hooks';
import { DeleteWords, whoseWords } from '../../parts/capture/delete-words';
import type { NameOf } from '../answer-lines';
import { OffersList } from '../offers-list';
import { AddMenu } from './add-menu';
import { EntryForm } from './entry-form';
import { Figures } from './figures';
import { Noted } from './noted';
import styles from './practice.module.css';
import { useLeft } from './use-written';

interface PracticeSectionProps {
  readonly id: string;
  /** The retreat that is open, if the couple is on its roster: what is noted is noted there. */
  readonly retreat: string | null;
  readonly nameOf: NameOf;
  readonly hidden: boolean;
}

/** Whose entries are withheld, and may so be deleted for good (S8). */
const withheldOwners = (entries: readonly PracticeEntryView[]) =>
  whoseWords.filter((owner) =>
    entries.some((entry) => entry.owner === owner && (entry.closed === 'withheld' || entry.measureWithheld)),
  );

/** What a couple practised, how it went over time, and what is to be noted of it. */
export function PracticeSection({ id, retreat: here, nameOf, hidden }: PracticeSectionProps) {
  const { t } = useTranslation(['couples', 'practice']);
  const send = useCommand();
  const practice = useView(({ practices }) => practices[id]);
  const consents = useView(({ records }) => records[id]?.sheet.consents);
  const entry = useView(({ retreat }) => retreat?.couples.find((couple) => couple.id === id));
  const left = useLeft(id);
  const [adding, setAdding] = useState(left.adding);
  const add = useRef<HTMLDivElement>(null);
  if (practice === undefined || consents === undefined) return null;
  const { entries, closed, offers } = practice;
  const retreat = closed === null ? here : null;
  const alone = entry === undefined ? null : aloneIn(entry);
  const place = { couple: id, retreat, practice, consents, alone, nameOf, hidden };
  const done = () => {
    setAdding(null);
    add.current?.querySelector('button')?.focus();
  };
  return (
    <section className={styles.practice} aria-labelledby="couple-practice">
      <div className={styles.head}>
        <h2 id="couple-practice" className={styles.title}>
          {t('practice.title')}
        </h2>
        {retreat !== null && <AddMenu place={add} alone={alone !== null} onAdd={setAdding} />}
      </div>
      {closed !== null && <p className={styles.soft}>{t(`consent.closed.${closed}`)}</p>}
      {adding !== null && retreat !== null && (
        <EntryForm key={adding} {...place} retreat={retreat} kind={adding} entry={null} onDone={done} />
      )}
      {retreat !== null && (
        <OffersList
          title={t('practice.offers')}
          offers={offers.map((offer) => ({
            ...offer,
            title: [t(`practice:kinds.${offer.kind}`), ...(offer.owner === 'joint' ? [] : [nameOf(offer.owner)])].join(
              ', ',
            ),
          }))}
          action={t('practice.note')}
          nameOf={nameOf}
          onTake={(captured) => void send({ type: 'practice/note', id, retreat, captured })}
        />
      )}
      {entries.length === 0 && adding === null && (
        <EmptyState
          title={t('practice.none')}
          text={t(retreat === null ? 'practice.noneElsewhere' : 'practice.noneText')}
        />
      )}
      {(entries.length > 0 || retreat !== null) && <Figures {...place} />}
      {entries.length > 0 && <Noted {...place} />}
      {withheldOwners(entries).map((owner) => (
        <div key={owner}>
          <DeleteWords couple={id} owner={owner} consents={consents} partners={{ nameOf }} />
        </div>
      ))}
    </section>
  );
}
