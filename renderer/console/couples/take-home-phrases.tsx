import { useTranslation } from 'react-i18next';
import { versions } from '../../../shared/couple/summary/version';
import { copyKey } from '../../../shared/session/state/take-home';
import { Button } from '../kit/button';
import { EmptyState } from '../kit/panel';
import { useCommand, useView } from '../mirror/hooks';
import styles from './take-home.module.css';
import { useRoster } from './use-roster';
import { useWho } from './use-who';

/** What the files just made open with, one for each reader, until it is put away. */
export function TakeHomePhrases({ phrases }: { readonly phrases: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('couples');
  const { namesOf, nameOf } = useWho();
  const couples = useRoster();
  const discreet = useView((view) => view.discreet);
  const send = useCommand();
  const rows = couples.flatMap((couple) =>
    versions.flatMap((version) => {
      const phrase = phrases[copyKey({ id: couple.id, version })];
      return phrase === undefined ? [] : [{ couple, version, phrase }];
    }),
  );
  return (
    <section className={styles.phrases} aria-label={t('takeHome.phrases')}>
      <h2>{t('takeHome.phrases')}</h2>
      {discreet ? (
        <EmptyState title={t('takeHome.phrases')} text={t('takeHome.phrasesDiscreet')} />
      ) : (
        <>
          <p className={styles.soft}>{t('takeHome.phrasesText')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too. */}
          <section className={styles.phraseList} aria-label={t('takeHome.phraseList')} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('seat')}</th>
                  <th scope="col">{t('takeHome.forWhom')}</th>
                  <th scope="col">{t('takeHome.phrase')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ couple, version, phrase }) => (
                  <tr key={copyKey({ id: couple.id, version })}>
                    <th scope="row" className={styles.who}>
                      <span className={styles.seat}>{couple.seat}</span> {namesOf(couple)}
                    </th>
                    <td>{version === 'joint' ? t('takeHome.version.joint') : nameOf(couple, version)}</td>
                    <td className={styles.phrase} translate="no">
                      {phrase}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p>
            <Button look="primary" onClick={() => void send({ type: 'take-home/put-away' })}>
              {t('takeHome.putAway')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
