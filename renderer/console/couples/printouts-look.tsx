import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../shared/couple/summary/version';
import { Sheet } from '../../print/sheet';
import { EmptyState } from '../kit/panel';
import { useView } from '../mirror/hooks';
import { PrintButton } from './print-button';
import styles from './take-home.module.css';

/** A printout as it will be, page after page. */
export function PrintoutsLook({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('couples');
  const looked = useView(({ printouts }) => printouts.looked);
  const pages = looked?.pages ?? null;
  return (
    <section className={`${styles.review} ${styles.printoutLook}`} aria-label={t('takeHome.review')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too. */}
      <section className={styles.printoutDesk} aria-label={t('takeHome.pages')} data-paper={paper} tabIndex={0}>
        {pages === null ? (
          <EmptyState title={t('printouts.none')} text={t('printouts.noneText')} />
        ) : (
          pages.leaves.map((leaf, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pages are drawn whole each time.
            <div key={at} className={styles.paper}>
              <Sheet language={pages.language} read={leaf} set={pages.set} />
            </div>
          ))
        )}
      </section>
      {looked !== null && pages !== null && (
        <PrintButton
          print={{
            type: 'print/printouts',
            printouts: [{ name: looked.name, exercise: looked.exercise }],
            paper,
          }}
        >
          {t('print.copy')}
        </PrintButton>
      )}
    </section>
  );
}
