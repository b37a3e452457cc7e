import { useTranslation } from 'react-i18next';
import type { SheetView } from '../../../../shared/session/view/record-view';
import { dayText } from '../../kit/dates';
import { useLanguage } from '../../mirror/use-language';
import { Question } from './answer-field';
import styles from './capture.module.css';
import { ConsentAsk, useConsent } from './consent-ask';
import type { Cell } from './form-parts';
import { Refused } from './refused';
import type { Partners } from './use-partners';

interface Of {
  readonly couple: string;
  readonly retreat: string;
  readonly partners: Partners;
}

interface ClosedCellProps extends Of {
  readonly cell: Extract<Cell, { is: 'closed' }>;
}

/** Where one would have typed: a kind sentence, and the one action that changes it (S8). */
export function ClosedCell({ cell: { field, place, missing, withdrawn }, couple, retreat, partners }: ClosedCellProps) {
  const { t } = useTranslation('capture');
  return (
    <div className={styles.cell} data-cell={`${place.owner}/${field.id}`}>
      <Question field={field} />
      {missing.length === 0 && <p className={styles.soft}>{t(withdrawn ? 'consent.withheld' : 'consent.waits')}</p>}
      <ConsentAsk couple={couple} retreat={retreat} missing={missing} nameOf={partners.nameOf} />
    </div>
  );
}

interface ConsentFieldProps extends Of {
  readonly cell: Extract<Cell, { is: 'consent' }>;
  readonly consents: SheetView['consents'];
}

/** A field that asks for consent itself: what is said to it is a consent, scope by scope, and no answer. */
export function ConsentField({ cell: { field, side }, consents, ...of }: ConsentFieldProps) {
  const { t } = useTranslation('capture');
  const language = useLanguage();
  const { note, refusal } = useConsent(of);
  const name = of.partners.nameOf(side);
  return (
    <div className={styles.cell} data-cell={`${side}/${field.id}`}>
      <Question field={field} />
      <fieldset className={styles.scopes} aria-label={field.label}>
        {field.scopes.map((scope) => {
          const { givenAt } = consents[side][scope];
          return (
            <label key={scope} className={styles.scope}>
              <input
                type="checkbox"
                data-stop="line"
                data-consent
                checked={givenAt !== null}
                onChange={(event) => void note(side, scope, event.currentTarget.checked)}
              />
              <span>
                {t(`consent.scope.${scope}`)}
                {givenAt !== null && (
                  <span className={styles.soft}> {t('consent.given', { name, date: dayText(givenAt, language) })}</span>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      {refusal !== null && <Refused refusal={refusal} />}
    </div>
  );
}
