import { useTranslation } from 'react-i18next';
import { type Scope, scopes } from '../../../shared/exercise/fields';
import { partnersOf, type RosterEntry } from '../../../shared/retreat/retreat';
import type { Side } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { useView } from '../mirror/hooks';
import styles from './consent.module.css';
import { ConsentHistory } from './consent-history';
import { kindOf, useStandingText } from './standing';
import { useWho } from './use-who';
import { Withdrawn } from './withdrawn';

interface ConsentDetailsProps {
  readonly couple: RosterEntry;
  readonly consent: (id: string, side: Side, scope: Scope, says: 'no') => void;
  readonly history: boolean;
  readonly toggleHistory: () => void;
}

/** What one row of the sheet says, in words; what a withdrawal means, and the history. */
export function ConsentDetails({ couple, consent, history, toggleHistory }: ConsentDetailsProps) {
  const { t } = useTranslation('couples');
  const { coupleOf, nameOf } = useWho();
  const textOf = useStandingText();
  const sheet = useView(({ sheets }) => sheets[couple.id]);
  const who = coupleOf(couple);
  return (
    <aside className={styles.details} aria-label={who}>
      <h2 className={styles.couple}>{who}</h2>
      {sheet?.closed != null && <p className={styles.calm}>{t(`consent.closed.${sheet.closed}`)}</p>}
      {sheet !== undefined &&
        partnersOf(couple).map((side) => (
          <section key={side} className={styles.partner} aria-label={nameOf(couple, side)}>
            <h3 className={styles.name} data-side={side}>
              {nameOf(couple, side)}
            </h3>
            <dl className={styles.scopes}>
              {scopes.map((scope) => {
                const standing = sheet.consents[side][scope];
                const name = t(`consent.scope.${scope}`);
                return (
                  <div key={scope} className={styles.scope} data-kind={kindOf(standing)}>
                    <dt>{name}</dt>
                    <dd>{textOf(standing)}</dd>
                    {kindOf(standing) === 'earlier' && (
                      <dd>
                        <Button
                          look="quiet"
                          size="compact-xs"
                          label={t('consent.takeBackOf', { who: nameOf(couple, side), scope: name })}
                          onClick={() => consent(couple.id, side, scope, 'no')}
                        >
                          {t('consent.takeBack')}
                        </Button>
                      </dd>
                    )}
                  </div>
                );
              })}
            </dl>
            <Withdrawn couple={couple} side={side} standings={sheet.consents[side]} />
          </section>
        ))}
      <div className={styles.flush}>
        <Button look="quiet" size="compact-sm" onClick={toggleHistory}>
          {t(history ? 'consent.hideHistory' : 'consent.showHistory')}
        </Button>
      </div>
      {history && <ConsentHistory couple={couple} />}
    </aside>
  );
}
