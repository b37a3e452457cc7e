import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileState } from '../../../shared/session/state/printouts';
import { Button } from '../kit/button';
import styles from './take-home.module.css';

interface BatchHeadProps {
  readonly files: readonly FileState[];
  readonly folder: string;
  readonly goesOn: boolean;
  /** How long it will go on; nothing where that is not known. */
  readonly left?: string;
  readonly stop: () => void;
  readonly again: () => void;
  /** Back to the files, where something lies over them. */
  readonly back?: ReactNode;
  /** What is done with the files once they are there. */
  readonly children: ReactNode;
}

/** How the files of a batch are coming on; it can be stopped, and what failed made once more. */
export function BatchHead({ files, folder, goesOn, left = '', stop, again, back, children }: BatchHeadProps) {
  const { t } = useTranslation('couples');
  const made = files.filter(({ state }) => state === 'made').length;
  const undone = files.filter(({ state }) => state === 'failed' || state === 'left').length;
  const done = made + undone;
  return (
    <>
      <div className={styles.batchHead}>
        <p role="status">
          {goesOn
            ? `${t('takeHome.making', { done, of: files.length })} ${left}`.trim()
            : t('takeHome.made', { count: made, folder })}
        </p>
        {goesOn && (
          <Button size="compact-md" onClick={stop}>
            {t('takeHome.stop')}
          </Button>
        )}
        {!goesOn && undone > 0 && (
          <Button size="compact-md" onClick={again}>
            {t('takeHome.again', { count: undone })}
          </Button>
        )}
        {back}
      </div>
      {goesOn && (
        <Progress value={(100 * done) / files.length} transitionDuration={0} aria-label={t('takeHome.progress')} />
      )}
      {!goesOn && made > 0 && children}
    </>
  );
}
