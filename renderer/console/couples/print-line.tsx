import { useTranslation } from 'react-i18next';
import { isAtPrinter } from '../../../shared/session/state/print-job';
import type { PrintJobView } from '../../../shared/session/view/print-job-view';
import { Button } from '../kit/button';
import { useCommand, useView } from '../mirror/hooks';
import styles from './take-home.module.css';

/** How what goes to the printer stands; nothing while nothing of the kind was asked for. */
export function PrintLine({ what }: Pick<PrintJobView, 'what'>) {
  const job = useView(({ printJob }) => printJob);
  const send = useCommand();
  const { t } = useTranslation('couples');
  const words = usePrintWords();
  const shown = job?.what === what ? job : null;
  return (
    <div className={styles.printLine}>
      <p className={styles.soft} role="status">
        {shown === null ? '' : words(shown)}
      </p>
      {shown !== null && isAtPrinter(shown) && (
        <Button size="compact-md" onClick={() => void send({ type: 'print/stop' })}>
          {t('print.stop')}
        </Button>
      )}
    </div>
  );
}

function usePrintWords(): (job: PrintJobView) => string {
  const { t } = useTranslation('couples');
  return ({ state, fault, drawn, of, what, without, why }) => {
    if (state === 'failed') return t('print.failed', { why: t(`print.fault.${fault ?? 'printer'}`) });
    if (state !== 'printed') return t(`print.state.${state}`, { drawn, of });
    const printed = t(`print.printed.${what}`, { count: of - without });
    return why === null
      ? printed
      : `${printed} ${t('print.without', { count: without, why: t(`print.fault.${why}`) })}`;
  };
}
