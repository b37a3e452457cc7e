import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../shared/couple/summary/version';
import { type Batch, type CopyToMake, couplesOf, fileKey, isUndone } from '../../../shared/session/state/take-home';
import { Button } from '../kit/button';
import { useCommand, useView } from '../mirror/hooks';
import { PrintButton } from './print-button';
import styles from './take-home.module.css';
import { useWho } from './use-who';

interface CopiesProps {
  readonly batch: Batch;
}

/** Every file of a batch and how it stands, couple by couple; what was not made says why, and can be made again by itself. */
export function TakeHomeCopies({ batch }: CopiesProps) {
  const { t } = useTranslation('couples');
  const { coupleOf, nameOf } = useWho();
  const roster = useView(({ retreat }) => retreat?.couples ?? none);
  const copies = batch.copies.map((copy, n) => ({ copy, n }));
  const couples = couplesOf(batch);
  return (
    <ul className={styles.copies} aria-label={t('takeHome.files')}>
      {couples.map((id) => {
        const couple = roster.find((one) => one.id === id);
        const whom = ({ version }: CopyToMake): string =>
          version === 'joint' || couple === undefined ? t(`takeHome.version.${version}`) : nameOf(couple, version);
        return (
          <li key={id}>
            <span className={styles.copiesWho}>{couple === undefined ? '' : coupleOf(couple)}</span>
            <ul>
              {copies
                .filter(({ copy }) => copy.id === id)
                .map(({ copy, n }) => (
                  <CopyLine key={fileKey(copy)} copy={copy} n={n} whom={whom(copy)} paper={batch.paper} />
                ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

interface CopyLineProps {
  readonly copy: CopyToMake;
  readonly n: number;
  readonly whom: string;
  readonly paper: Paper;
}

const CopyLine = memo(function CopyLine({ copy, n, whom, paper }: CopyLineProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const what = t('takeHome.file', { whom, format: t(`takeHome.format.${copy.format}`) });
  return (
    <li className={styles.copy} data-state={copy.state}>
      <span>
        {what}: {copy.fault === null ? t(`takeHome.state.${copy.state}`) : t(`takeHome.fault.${copy.fault}`)}
      </span>
      {isUndone(copy) && (
        <Button
          look="quiet"
          size="compact-sm"
          label={t('takeHome.againOf', { what })}
          onClick={() => void send({ type: 'take-home/again-one', n })}
        >
          {t('takeHome.againOne')}
        </Button>
      )}
      {copy.state === 'made' && copy.format === 'pdf' && (
        <PrintButton
          look="quiet"
          label={t('print.of', { what })}
          print={{ type: 'print/copies', copies: [{ id: copy.id, version: copy.version }], paper }}
        >
          {t('print.copy')}
        </PrintButton>
      )}
    </li>
  );
});

const none: readonly never[] = [];
