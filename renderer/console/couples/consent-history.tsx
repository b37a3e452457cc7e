import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../shared/retreat/retreat';
import { dayText } from '../kit/dates';
import { useClocks } from '../mirror/content';
import { useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import styles from './consent.module.css';
import { useWho } from './use-who';

/** Who gave or took back what, and when; the newest first. */
export function ConsentHistory({ couple }: { readonly couple: RosterEntry }) {
  const { t } = useTranslation('couples');
  const { nameOf } = useWho();
  const language = useLanguage();
  const clocks = useClocks();
  const retreat = useView((view) => view.retreat?.id);
  const acts = useView(({ records }) => records[couple.id]?.acts);
  if (acts === undefined) return <p className={styles.soft}>{t('consent.reading')}</p>;
  if (acts.length === 0) return <p className={styles.soft}>{t('consent.noHistory')}</p>;
  return (
    <ol className={styles.acts} aria-label={t('consent.history')}>
      {[...acts].reverse().map((act) => (
        <li key={act.id}>
          <span>
            {t(act.given ? 'consent.gave' : 'consent.tookBack', {
              who: nameOf(couple, act.side),
              scope: t(`consent.scope.${act.scope}`),
            })}
          </span>
          <span className={styles.soft}>
            {t('consent.when', { date: dayText(act.at, language), time: clocks.moment(act.at) })}
            {act.retreat !== retreat && ` · ${t('consent.elsewhere')}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
