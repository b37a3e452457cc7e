import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Batch, hasPhrases } from '../../../shared/session/state/take-home';
import { timeLeft } from '../../../shared/session/state/time-left';
import { Button } from '../kit/button';
import { bridge } from '../mirror/bridge';
import { useCommand } from '../mirror/hooks';
import { BatchHead } from './batch-head';
import { PrintButton } from './print-button';
import styles from './take-home.module.css';

const minuteMs = 60_000;

interface TakeHomeBatchProps {
  readonly batch: Batch;
  readonly goesOn: boolean;
  /** A copy is looked at: the files are a click away. */
  readonly isUnder: boolean;
}

/** How the files of a batch are coming on; it can be stopped, and what failed made once more. */
export function TakeHomeBatch({ batch, goesOn, isUnder }: TakeHomeBatchProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const left = timeLeft(batch.copies);
  const leftText =
    left === null
      ? ''
      : left < minuteMs
        ? t('takeHome.leftSoon')
        : t('takeHome.leftMinutes', { count: Math.ceil(left / minuteMs) });
  return (
    <div className={styles.batch}>
      <BatchHead
        files={batch.copies}
        folder={batch.folder}
        goesOn={goesOn}
        left={leftText}
        stop={() => void send({ type: 'take-home/stop' })}
        again={() => void send({ type: 'take-home/again' })}
        back={
          isUnder && (
            <Button size="compact-md" onClick={() => void send({ type: 'take-home/review', copy: null })}>
              {t(hasPhrases({ batch }) ? 'takeHome.backToPhrases' : 'takeHome.backToFiles')}
            </Button>
          )
        }
      >
        {!isUnder && <After batch={batch} />}
      </BatchHead>
    </div>
  );
}

const asks = ['show', 'copy-path', 'mail'] as const;
type Ask = (typeof asks)[number];

/** What is done with the folder once the files are in it. */
function After({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('couples');
  const [told, setTold] = useState('');
  const pages = batch.copies.flatMap(({ id, version, format, state }) =>
    format === 'pdf' && state === 'made' ? [{ id, version }] : [],
  );
  const ask = async (what: Ask) => {
    const done = await bridge().filesFolder(what);
    setTold(done ? t(`takeHome.after.done.${what}`) : t(`takeHome.after.failed.${what}`));
  };
  return (
    <div className={styles.after}>
      {asks.map((what) => (
        <Button key={what} size="compact-md" onClick={() => void ask(what)}>
          {t(`takeHome.after.ask.${what}`)}
        </Button>
      ))}
      {pages.length > 0 && (
        <PrintButton print={{ type: 'print/copies', copies: pages, paper: batch.paper }}>
          {t('print.copies', { count: pages.length })}
        </PrintButton>
      )}
      <span className={styles.soft} role="status">
        {told}
      </span>
    </div>
  );
}
