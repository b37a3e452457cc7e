import { useTranslation } from 'react-i18next';
import { isDue } from '../../../shared/couple/charter/clause';
import { dateOf } from '../../../shared/retreat/schedule';
import { Button } from '../kit/button';
import { dateText } from '../kit/dates';
import { useNow, useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import { cardId } from './clause-card';
import styles from './file.module.css';

/** What the couple wanted to look at again by today, the longest due first; nothing while nothing is. */
export function DueSection({ id }: { readonly id: string }) {
  const { t } = useTranslation(['file', 'charter']);
  const language = useLanguage();
  const today = dateOf(useNow().wall);
  const clauses = useView(({ charters }) => charters[id]?.clauses);
  const due = (clauses ?? [])
    .flatMap((clause) => (clause.review !== null && isDue(clause.review, today) ? [{ clause, on: clause.review }] : []))
    .sort((one, other) => one.on.localeCompare(other.on));
  if (due.length === 0) return null;
  return (
    <section className={styles.due} aria-labelledby="due">
      <h2 id="due" className={styles.dueTitle}>
        {t('due')}
      </h2>
      <ul className={styles.dueList}>
        {due.map(({ clause, on }) => (
          <li key={clause.id}>
            <span className={styles.what}>{t(`charter:kinds.${clause.now.saying.kind}`)}</span>{' '}
            <span className={styles.soft}>{t('dueSince', { date: dateText(on, language) })}</span>
            <Button
              look="quiet"
              size="compact-sm"
              onClick={() => document.getElementById(cardId(clause.id))?.scrollIntoView({ block: 'center' })}
            >
              {t('goTo')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
