import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../shared/couple/consent';
import { type Scope, scopes } from '../../../shared/exercise/fields';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { useCommand, useView } from '../mirror/hooks';
import { HandedList } from '../parts/handed-list';
import styles from './consent.module.css';
import { useWho } from './use-who';

interface WithdrawnProps {
  readonly couple: RosterEntry;
  readonly side: Side;
  readonly standings: Readonly<Record<Scope, Standing>>;
}

/** What it means that a partner took something back, and the deletion that is theirs to ask for (S8). Nothing while nothing is taken back. */
export function Withdrawn({ couple, side, standings }: WithdrawnProps) {
  const { t } = useTranslation(['couples', 'shell']);
  const { nameOf } = useWho();
  const send = useCommand();
  const answers = useView(({ records }) => records[couple.id]?.answers);
  const noted = useView(({ practices }) => practices[couple.id]?.entries);
  const [asking, setAsking] = useState<Side | 'joint' | null>(null);
  const takenBack = scopes.filter((scope) => standings[scope].withdrawnAt !== null);
  if (takenBack.length === 0) return null;
  const name = nameOf(couple, side);
  const there = [...(answers ?? []), ...(noted ?? [])];
  const count = (owner: Side | 'joint' | null) => there.filter((entry) => entry.owner === owner).length;
  const words = takenBack.some((scope) => scope !== 'export');
  const joint = takenBack.includes('record');
  const nothing = answers !== undefined && noted !== undefined && count(side) === 0 && (!joint || count('joint') === 0);
  const remove = () => {
    setAsking(null);
    if (asking !== null) void send({ type: 'record/delete', id: couple.id, owner: asking });
  };
  return (
    <div className={styles.calm} role="status">
      {takenBack.map((scope) => (
        <p key={scope}>{t(`consent.withdrawn.${scope}`, { name })}</p>
      ))}
      <HandedList id={couple.id} whose={side} nameOf={(one) => nameOf(couple, one)} title="notReached" />
      {words && nothing && <p>{t('consent.nothing')}</p>}
      {words && count(side) > 0 && (
        <Button size="compact-sm" onClick={() => setAsking(side)}>
          {t('consent.delete', { name })}
        </Button>
      )}
      {joint && count('joint') > 0 && (
        <Button size="compact-sm" onClick={() => setAsking('joint')}>
          {t('consent.deleteJoint')}
        </Button>
      )}
      <Confirm
        open={asking !== null}
        title={asking === 'joint' ? t('consent.deleteJointTitle') : t('consent.deleteTitle', { name })}
        text={t('consent.deleteText', { count: count(asking) })}
        yes={t('consent.deleteYes')}
        no={t('shell:cancel')}
        danger
        onYes={remove}
        onNo={() => setAsking(null)}
      >
        <HandedList id={couple.id} whose={asking ?? side} nameOf={(one) => nameOf(couple, one)} title="notReached" />
      </Confirm>
    </div>
  );
}
