import { NumberInput, Textarea } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName, type Retreat, type RosterEntry } from '../../../shared/retreat/retreat';
import { sides } from '../../../shared/room/wall';
import { Button, IconButton } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { EmptyState, Panel } from '../kit/panel';
import { parseCouples } from '../kit/parse-couples';
import { privately } from '../kit/privately';
import { useAsk, useCommand, useLocal, useOneAtATime, useView } from '../mirror/hooks';
import { KeptField } from '../mirror/kept-field';
import { useCoupleLabel } from '../mirror/use-couple-label';
import { useSessionDraft } from '../mirror/use-draft';
import styles from './prepare.module.css';

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
      <AddCouples />
    </Panel>
  );
}

function CoupleRow({ couple }: { readonly couple: RosterEntry }) {
  const { t } = useTranslation(['prepare', 'shell']);
  const send = useCommand();
  const hidden = useView((view) => view.discreet);
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
          of={`couple/${couple.id}/${side}`}
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
    if (Number.isInteger(seat) && seat >= 1 && seat <= 999) void send({ type: 'roster/seat', id: couple.id, seat });
    else setSeat(couple.seat);
  };
  return (
    <NumberInput
      hideControls
      aria-label={t('seat', { couple: named })}
      min={1}
      max={999}
      allowDecimal={false}
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

function AddCouples() {
  const { t } = useTranslation('prepare');
  const send = useCommand();
  const hidden = privately(useView((view) => view.discreet));
  const { text, change, rest } = useSessionDraft('add-couples');
  const oneAtATime = useOneAtATime();
  const named = parseCouples(text);
  const tooLong = named.find(({ A, B }) => A.length > longestName || B.length > longestName);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (tooLong !== undefined || named.length === 0) return;
    void oneAtATime(async () => {
      await rest();
      // With the couples the field is emptied, and stays as it is when they are refused.
      await send({ type: 'roster/add', couples: named.map(({ A, B }) => ({ A, B })) });
    });
  };
  return (
    <form className={styles.insert} onSubmit={add}>
      <Textarea
        {...hidden}
        label={t('addCouple')}
        description={t('addCoupleHint')}
        autosize
        minRows={1}
        maxRows={6}
        value={text}
        error={tooLong === undefined ? null : t('nameTooLong', { line: tooLong.line, most: longestName })}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" disabled={named.length === 0 || tooLong !== undefined}>
          {t('addCoupleAct')}
        </Button>
      </div>
    </form>
  );
}
