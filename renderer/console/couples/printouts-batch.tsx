import { useTranslation } from 'react-i18next';
import { type PrintoutBatch, printoutKey } from '../../../shared/session/state/printouts';
import { Button } from '../kit/button';
import { bridge } from '../mirror/bridge';
import { useContent } from '../mirror/content';
import { useCommand } from '../mirror/hooks';
import { BatchHead } from './batch-head';
import { PrintButton } from './print-button';
import styles from './take-home.module.css';

interface PrintoutsBatchProps {
  readonly batch: PrintoutBatch;
  readonly goesOn: boolean;
}

/** How printouts are coming on; they can be stopped, and what failed made once more. */
export function PrintoutsBatch({ batch: { printouts, folder, paper }, goesOn }: PrintoutsBatchProps) {
  const { t } = useTranslation('couples');
  const { exercise } = useContent();
  const send = useCommand();
  const undone = printouts.filter(({ state }) => state === 'failed' || state === 'left');
  const pages = printouts.flatMap(({ name, exercise: of, state }) =>
    state === 'made' ? [{ name, exercise: of }] : [],
  );
  return (
    <div className={styles.batch}>
      <BatchHead
        files={printouts}
        folder={folder}
        goesOn={goesOn}
        stop={() => void send({ type: 'printouts/stop' })}
        again={() => void send({ type: 'printouts/again' })}
      >
        <div className={styles.after}>
          <Button size="compact-md" onClick={() => void bridge().filesFolder('show-printouts')}>
            {t('takeHome.after.ask.show')}
          </Button>
          <PrintButton print={{ type: 'print/printouts', printouts: pages, paper }}>{t('print.all')}</PrintButton>
        </div>
      </BatchHead>
      <ul className={styles.copies}>
        {undone.map((one) => (
          <li key={printoutKey(one)}>
            {exercise(one.exercise)?.title ?? t(`printouts.name.${one.name}`)}:{' '}
            {one.fault === null ? t('takeHome.state.left') : t(`takeHome.fault.${one.fault}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
