import { useTranslation } from 'react-i18next';
import { isDue } from '../../../shared/couple/charter/clause';
import { dateOf } from '../../../shared/retreat/schedule';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';
import { dateText } from '../kit/dates';
import { useNow, useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import styles from './file.module.css';

/** As many as are read at a glance. */
const most = 3;

/** What comes next for the couple: retreats it is on the roster of, and what it wants to look at again, the nearest first. */
export function NextSection({ id, retreats }: { readonly id: string; readonly retreats: FoundCouple['retreats'] }) {
  const { t } = useTranslation(['file', 'charter']);
  const language = useLanguage();
  const today = dateOf(useNow().wall);
  const clauses = useView(({ charters }) => charters[id]?.clauses);
  const reviews = (clauses ?? []).flatMap(({ id: key, review, now: { saying } }) =>
    review === null || isDue(review, today) ? [] : [{ key, on: review, what: t(`charter:kinds.${saying.kind}`) }],
  );
  const coming = retreats.flatMap(({ id: key, title, date }) => (date > today ? [{ key, on: date, what: title }] : []));
  const next = [...coming, ...reviews].sort((one, other) => one.on.localeCompare(other.on)).slice(0, most);
  if (next.length === 0) return null;
  return (
    <section className={styles.next} aria-labelledby="next">
      <h2 id="next" className={styles.dueTitle}>
        {t('next')}
      </h2>
      <ul className={styles.nextList}>
        {next.map(({ key, on, what }) => (
          <li key={key}>
            <span className={styles.what}>{what}</span> <span className={styles.soft}>{dateText(on, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
