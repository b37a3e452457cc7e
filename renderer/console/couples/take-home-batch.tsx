import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Batch, fileKey } from '../../../shared/session/state/take-home';
import { Button } from '../kit/button';
import { bridge } from '../mirror/bridge';
import { useCommand, useView } from '../mirror/hooks';
import styles from './take-home.module.css';
import { useWho } from './use-who';

/** How the files of a batch are coming on; it can be stopped, and what failed made once more. */
export function TakeHomeBatch({ batch, goesOn }: { readonly batch: Batch; readonly goesOn: boolean }) {
  const { t } = useTranslation('couples');
  const { namesOf, nameOf } = useWho();
  const send = useCommand();
  const couples = useView(({ retreat }) => retreat?.couples ?? none);
  const made = batch.copies.filter(({ state }) => state === 'made').length;
  const undone = batch.copies.filter(({ state }) => state === 'failed' || state === 'left').length;
  const done = batch.copies.filter(({ state }) => state !== 'waits' && state !== 'making').length;
  return (
    <div className={styles.batch}>
      <div className={styles.batchHead}>
        <p role="status">
          {goesOn
            ? t('takeHome.making', { done, of: batch.copies.length })
            : t('takeHome.made', { count: made, folder: batch.folder })}
        </p>
        {goesOn && (
          <Button size="compact-md" onClick={() => void send({ type: 'take-home/stop' })}>
            {t('takeHome.stop')}
          </Button>
        )}
        {!goesOn && made > 0 && (
          <Button size="compact-md" onClick={() => void bridge().filesFolder('show')}>
            {t('takeHome.show')}
          </Button>
        )}
        {!goesOn && undone > 0 && (
          <Button size="compact-md" onClick={() => void send({ type: 'take-home/again' })}>
            {t('takeHome.again', { count: undone })}
          </Button>
        )}
      </div>
      {goesOn && <Progress value={(100 * done) / batch.copies.length} aria-label={t('takeHome.progress')} />}
      <ul className={styles.copies}>
        {batch.copies
          .filter(({ state }) => state === 'failed' || state === 'left')
          .map((copy) => {
            const couple = couples.find(({ id }) => id === copy.id);
            const who = couple === undefined ? '' : namesOf(couple);
            const whom =
              copy.version === 'joint' || couple === undefined
                ? t('takeHome.version.joint')
                : nameOf(couple, copy.version);
            return (
              <li key={fileKey(copy)}>
                {who}, {whom}, {t(`takeHome.format.${copy.format}`)}:{' '}
                {copy.fault === null ? t('takeHome.left') : t(`takeHome.fault.${copy.fault}`)}
              </li>
            );
          })}
      </ul>
    </div>
  );
}

const none: readonly never[] = [];
