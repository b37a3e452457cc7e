import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { useCommand } from '../mirror/hooks';
import { HandedList } from '../parts/handed-list';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';

/** That a consent was taken back: nothing is shown, and either partner may have it deleted (S8). */
export function WithheldCharter({ id, nameOf }: { readonly id: string; readonly nameOf: NameOf }) {
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
