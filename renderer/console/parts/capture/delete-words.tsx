import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Side, sides } from '../../../../shared/room/wall';
import type { RecordView } from '../../../../shared/session/view/record-view';
import { Button } from '../../kit/button';
import { Confirm } from '../../kit/confirm';
import { useCommand } from '../../mirror/hooks';
import { HandedList } from '../handed-list';
import type { Partners } from './use-partners';

type Whose = Side | 'joint';

/** Whose words may be deleted now because a consent they rest on was taken back: of one partner, and what is joint (S8). */
export const withdrawnOwners = ({ answers }: RecordView): readonly Whose[] =>
  [...sides, 'joint' as const].filter((owner) =>
    answers.some((one) => one.owner === owner && one.closed === 'withheld'),
  );

interface DeleteWordsProps {
  readonly couple: string;
  readonly owner: Whose;
  readonly partners: Pick<Partners, 'nameOf'>;
}

/** Offers to delete what one partner said, or what is joint, everywhere and for good. */
export function DeleteWords({ couple, owner, partners }: DeleteWordsProps) {
  const { t } = useTranslation('capture');
  const send = useCommand();
  const [asking, setAsking] = useState(false);
  const what = owner === 'joint' ? 'joint' : 'side';
  const words = owner === 'joint' ? {} : { name: partners.nameOf(owner) };
  return (
    <span data-stop-in>
      <Button look="danger" size="compact-sm" onClick={() => setAsking(true)}>
        {t(`delete.${what}`, words)}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t(`delete.title.${what}`, words)}
        text={t('delete.text')}
        yes={t('delete.yes')}
        no={t('delete.no')}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void send({ type: 'record/delete', id: couple, owner });
        }}
      >
        <HandedList id={couple} whose={owner} nameOf={partners.nameOf} title="notReached" />
      </Confirm>
    </span>
  );
}
