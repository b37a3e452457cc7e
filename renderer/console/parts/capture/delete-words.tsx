import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deletable } from '../../../../shared/couple/record';
import type { Scope } from '../../../../shared/exercise/fields';
import { type Side, sides } from '../../../../shared/room/wall';
import type { RecordView } from '../../../../shared/session/view/record-view';
import { Button } from '../../kit/button';
import { Confirm } from '../../kit/confirm';
import { useCommand } from '../../mirror/hooks';
import { HandedList } from '../handed-list';
import type { Partners } from './use-partners';

type Whose = Side | 'joint';
export const whoseWords: readonly Whose[] = [...sides, 'joint'];

/** What of a partner, or of what is joint, is withheld: all of it, or where the record stands the measures alone; null for nothing (S8). */
export function withheldOf(consents: RecordView['sheet']['consents'], owner: Whose): Deletable | null {
  const isGone = (scope: Scope): boolean =>
    (owner === 'joint' ? sides : [owner]).some((side) => consents[side][scope].withdrawnAt !== null);
  if (isGone('record')) return 'all';
  return isGone('measures') ? 'measures' : null;
}

/** Whose words may be deleted now because a consent they rest on was taken back: of one partner, and what is joint (S8). */
export const withdrawnOwners = ({ answers }: RecordView): readonly Whose[] =>
  whoseWords.filter((owner) => answers.some((one) => one.owner === owner && one.closed === 'withheld'));

interface DeleteWordsProps {
  readonly couple: string;
  readonly owner: Whose;
  readonly consents: RecordView['sheet']['consents'];
  readonly partners: Pick<Partners, 'nameOf'>;
}

/** Offers to delete what one partner said, or what is joint, everywhere and for good: what was taken back of it, and nothing more. */
export function DeleteWords({ couple, owner, consents, partners }: DeleteWordsProps) {
  const { t } = useTranslation('capture');
  const send = useCommand();
  const [asking, setAsking] = useState(false);
  const what = withheldOf(consents, owner);
  if (what === null) return null;
  const whose = owner === 'joint' ? 'joint' : 'side';
  const words = owner === 'joint' ? {} : { name: partners.nameOf(owner) };
  return (
    <span data-stop-in>
      <Button look="danger" size="compact-sm" onClick={() => setAsking(true)}>
        {t(`delete.${what}.${whose}`, words)}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t(`delete.${what}.title.${whose}`, words)}
        text={t(`delete.${what}.text`)}
        yes={t('delete.yes')}
        no={t('delete.no')}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void send({ type: 'record/delete', id: couple, owner, what });
        }}
      >
        <HandedList id={couple} whose={owner} nameOf={partners.nameOf} title="notReached" />
      </Confirm>
    </span>
  );
}
