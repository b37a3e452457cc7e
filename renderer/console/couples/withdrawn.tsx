import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../shared/couple/consent';
import type { Deletable } from '../../../shared/couple/record';
import { type Scope, scopes } from '../../../shared/exercise/fields';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { useCommand, useView } from '../mirror/hooks';
import { withheldOf } from '../parts/capture/delete-words';
import { HandedList } from '../parts/handed-list';
import styles from './consent.module.css';
import { useWho } from './use-who';
import { WithheldCharter } from './withheld-charter';

interface WithdrawnProps {
  readonly couple: RosterEntry;
  readonly side: Side;
  readonly standings: Readonly<Record<Scope, Standing>>;
}

/** What may be deleted now: whose, and of how many entries. */
interface Deletion {
  readonly owner: Side | 'joint';
  readonly what: Deletable;
  readonly count: number;
}

const wordsOf = { all: 'deleteAll', measures: 'deleteMeasures' } as const satisfies Record<Deletable, string>;

/** What it means that a partner took something back, and the deletion that is theirs to ask for (S8). Nothing while nothing is taken back. */
export function Withdrawn({ couple, side, standings }: WithdrawnProps) {
  const { t } = useTranslation(['couples', 'shell']);
  const { nameOf } = useWho();
  const send = useCommand();
  const record = useView(({ records }) => records[couple.id]);
  const noted = useView(({ practices }) => practices[couple.id]?.entries);
  const charter = useView(({ charters }) => charters[couple.id]);
  const [asking, setAsking] = useState<Deletion | null>(null);
  const takenBack = scopes.filter((scope) => standings[scope].withdrawnAt !== null);
  if (takenBack.length === 0) return null;
  const name = nameOf(couple, side);
  const words = takenBack.some((scope) => scope !== 'export');
  const offered = [side, 'joint' as const].flatMap((owner): Deletion[] => {
    if (!words || record === undefined || noted === undefined) return [];
    const what = withheldOf(record.sheet.consents, owner);
    const answers = record.answers.filter(
      (one) => one.owner === owner && (what === 'all' || one.closed === 'withheld'),
    );
    const entries = noted.filter((one) => one.owner === owner && (what === 'all' || one.measureWithheld));
    const count = answers.length + entries.length;
    return what === null || count === 0 ? [] : [{ owner, what, count }];
  });
  const agreed = charter?.withheld === true && standings.record.withdrawnAt !== null;
  const read = record !== undefined && noted !== undefined && charter !== undefined;
  const nothing = read && offered.length === 0 && !agreed;
  const remove = () => {
    setAsking(null);
    if (asking === null) return;
    const { owner, what } = asking;
    void send({ type: 'record/delete', id: couple.id, owner, what });
  };
  return (
    <div className={styles.calm} role="status">
      {takenBack.map((scope) => (
        <p key={scope}>{t(`consent.withdrawn.${scope}`, { name })}</p>
      ))}
      <HandedList id={couple.id} whose={side} nameOf={(one) => nameOf(couple, one)} title="notReached" />
      {words && nothing && <p>{t('consent.nothing')}</p>}
      {offered.map((deletion) => (
        <Button key={deletion.owner} size="compact-sm" onClick={() => setAsking(deletion)}>
          {t(`consent.${wordsOf[deletion.what]}.${deletion.owner === 'joint' ? 'joint' : 'side'}`, { name })}
        </Button>
      ))}
      {agreed && <WithheldCharter id={couple.id} nameOf={(one) => nameOf(couple, one)} />}
      <Confirm
        open={asking !== null}
        title={t(`consent.${wordsOf[asking?.what ?? 'all']}.title.${asking?.owner === 'joint' ? 'joint' : 'side'}`, {
          name,
        })}
        text={t(asking?.what === 'measures' ? 'consent.deleteMeasuresText' : 'consent.deleteText', {
          count: asking?.count ?? 0,
        })}
        yes={t('consent.deleteYes')}
        no={t('shell:cancel')}
        danger
        onYes={remove}
        onNo={() => setAsking(null)}
      >
        <HandedList
          id={couple.id}
          whose={asking?.owner ?? side}
          nameOf={(one) => nameOf(couple, one)}
          title="notReached"
        />
      </Confirm>
    </div>
  );
}
