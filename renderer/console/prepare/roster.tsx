import { NumberInput, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Retreat, RosterEntry } from '../../../shared/retreat/retreat';
import { longestName, mostCouples } from '../../../shared/retreat/retreat-constants';
import { lastSeat } from '../../../shared/retreat/seats';
import { sides } from '../../../shared/room/wall';
import { Button, IconButton } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { countDoubts, countReturning, couplesOf } from '../kit/couple-preview';
import { CouplesTable } from '../kit/couples-table';
import { EmptyState, Panel } from '../kit/panel';
import { privately } from '../kit/privately';
import { useSending } from '../kit/use-sending';
import { useAsk, useCommand, useLocal, useOneAtATime, useView } from '../mirror/hooks';
import { KeptField } from '../mirror/kept-field';
import { useCoupleLabel } from '../mirror/use-couple-label';
import { useCouples } from '../mirror/use-couples';
import { useOpenRetreat } from '../mirror/use-draft';
import shared from './prepare.module.css';
import styles from './roster.module.css';

/** Who sits where. Administrative only: what a couple says is not here. */
export function Roster({ retreat }: { readonly retreat: Retreat }) {
  const { t } = useTranslation('prepare');
  const couples = [...retreat.couples].sort((one, other) => one.seat - other.seat);
  return (
    <Panel title={t('roster')} text={t('rosterText')}>
      {couples.length === 0 ? (
        <EmptyState title={t('rosterEmpty')} text={t('rosterEmptyText')} />
      ) : (
        <div className={styles.people}>
          <div className={`${styles.couple} ${styles.coupleHead}`} aria-hidden>
            <span>{t('seatHead')}</span>
            <span>{t('nameA')}</span>
            <span>{t('nameB')}</span>
          </div>
          <ul className={styles.couples}>
            {couples.map((couple) => (
              <CoupleRow key={couple.id} couple={couple} />
            ))}
          </ul>
        </div>
      )}
      <AddCouples roster={retreat.couples} />
    </Panel>
  );
}

function CoupleRow({ couple }: { readonly couple: RosterEntry }) {
  const { t } = useTranslation(['prepare', 'shell']);
  const send = useCommand();
  const hidden = useView((view) => view.discreet);
  const retreat = useOpenRetreat();
  const ask = useAsk();
  const asking = useLocal(({ place }) => place.asking === 'remove-couple' && place.about === couple.id);
  const named = useCoupleLabel()(couple);
  const remove = () => {
    ask(null);
    void send({ type: 'roster/remove', id: couple.id });
  };
  return (
    <li className={styles.couple} aria-label={named}>
      <Seat couple={couple} named={named} />
      {sides.map((side) => (
        <KeptField
          key={side}
          of={retreat}
          field={`couple/${couple.id}/${side}`}
          bare
          hidden={hidden}
          label={t('nameOf', { side, seat: couple.seat })}
          value={couple[side].name}
          maxLength={longestName}
          onCommit={(name) => send({ type: 'roster/rename', id: couple.id, side, name })}
        />
      ))}
      <IconButton
        label={t('removeCouple', { couple: named })}
        icon={<IconTrash size={16} />}
        onClick={() => ask('remove-couple', couple.id)}
      />
      <Confirm
        open={asking}
        title={t('removeTitle', { couple: named })}
        text={t('removeText')}
        yes={t('removeYes')}
        no={t('shell:cancel')}
        danger
        onYes={remove}
        onNo={() => ask(null)}
      />
    </li>
  );
}

function Seat({ couple, named }: { readonly couple: RosterEntry; readonly named: string }) {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const [seat, setSeat] = useState(couple.seat);
  useEffect(() => setSeat(couple.seat), [couple.seat]);
  const keep = () => {
    if (seat === couple.seat) return;
    const back = () => setSeat(couple.seat);
    if (!(seat >= 1)) return back();
    // One that is taken is refused, and said.
    void send({ type: 'roster/seat', id: couple.id, seat }).then(({ ok }) => ok || back());
  };
  return (
    <NumberInput
      hideControls
      aria-label={t('seat', { couple: named })}
      min={1}
      max={lastSeat}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={seat}
      onChange={(value) => setSeat(Number(value))}
      onBlur={keep}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
        if (key === 'Escape') setSeat(couple.seat);
      }}
    />
  );
}

function AddCouples({ roster }: { readonly roster: readonly RosterEntry[] }) {
  const { t } = useTranslation(['prepare', 'shell']);
  const send = useCommand();
  const discreet = useView((view) => view.discreet);
  const { text, corrections, rows, correct, returning } = useCouples('add-couples', roster);
  const oneAtATime = useOneAtATime();
  const couples = couplesOf(rows);
  const toCheck = countDoubts(rows);
  const back = countReturning(rows, returning);
  const tooLong = rows.some(({ doubts }) => doubts.includes('too-long'));
  const tooMany = couples.length > 0 && roster.length + couples.length > mostCouples;
  const wrong = tooLong
    ? t('shell:couples.tooLong', { most: longestName })
    : tooMany
      ? t('shell:couples.tooMany', { most: mostCouples })
      : null;
  const add = async () => {
    await Promise.all([text.rest(), corrections.rest()]);
    // With the couples the field is emptied, and stays as it is when they are refused.
    await send({ type: 'roster/add', couples });
  };
  const { form } = useSending(wrong !== null, () => void oneAtATime(add));
  return (
    <form {...form} className={shared.insert}>
      <Textarea
        {...privately(discreet)}
        label={t('addCouple')}
        description={t('addCoupleHint')}
        autosize
        minRows={1}
        maxRows={6}
        value={text.text}
        error={wrong}
        onChange={(event) => text.change(event.currentTarget.value)}
      />
      <CouplesTable rows={rows} returning={returning} hidden={discreet} onCorrect={correct} />
      <div className={styles.addFoot}>
        <Button type="submit" disabled={couples.length === 0 && wrong === null}>
          {couples.length === 0 ? t('addCoupleAct') : t('addCouples', { count: couples.length })}
        </Button>
        <p role="status">
          {toCheck > 0 && <span>{t('shell:couples.toCheck', { count: toCheck })}</span>}
          {back > 0 && <span className={styles.back}>{t('shell:couples.back', { count: back })}</span>}
        </p>
      </div>
    </form>
  );
}
