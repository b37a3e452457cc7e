import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../../shared/exercise/fields';
import type { Side } from '../../../../shared/room/wall';
import type { Refusal } from '../../../../shared/session/protocol/refusal-code';
import type { SheetView } from '../../../../shared/session/view/record-view';
import { Button } from '../../kit/button';
import { dayText } from '../../kit/dates';
import { useCommand } from '../../mirror/hooks';
import { useLanguage } from '../../mirror/use-language';
import { Question } from './answer-field';
import styles from './capture.module.css';
import type { Cell, Missing } from './form-parts';
import { Refused } from './refused';
import type { Partners } from './use-partners';

interface Of {
  readonly couple: string;
  readonly retreat: string;
  readonly partners: Partners;
}

/** Notes a partner's yes, or that it was taken back. */
function useConsent({ couple, retreat }: Of) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = useCommand('none', setRefusal);
  const note = async (side: Side, scope: Scope, given: boolean): Promise<void> => {
    const { ok } = await send({ type: 'record/consent', id: couple, retreat, side, scope, given });
    if (ok) setRefusal(null);
  };
  return { note, refusal };
}

interface ClosedCellProps extends Of {
  readonly cell: Extract<Cell, { is: 'closed' }>;
}

/** Where one would have typed: a kind sentence, and the one action that changes it (S8). */
export function ClosedCell({ cell: { field, place, missing, withdrawn }, ...of }: ClosedCellProps) {
  const { t } = useTranslation('capture');
  const { note, refusal } = useConsent(of);
  return (
    <div className={styles.cell} data-cell={`${place.owner}/${field.id}`}>
      <Question field={field} />
      {missing.length === 0 && <p className={styles.soft}>{t(withdrawn ? 'consent.withheld' : 'consent.waits')}</p>}
      {missing.map((one) => (
        <Ask
          key={`${one.side}/${one.scope}`}
          missing={one}
          partners={of.partners}
          yes={() => void note(one.side, one.scope, true)}
        />
      ))}
      {refusal !== null && <Refused refusal={refusal} />}
    </div>
  );
}

interface AskProps {
  readonly missing: Missing;
  readonly partners: Partners;
  readonly yes: () => void;
}

function Ask({ missing: { side, scope, withdrawnAt, earlierAt }, partners, yes }: AskProps) {
  const { t } = useTranslation('capture');
  const language = useLanguage();
  const name = partners.nameOf(side);
  return (
    <div className={styles.ask}>
      {/* The keyboard comes to the words first: whoever types on from the seat before gives nobody's yes by a space or an Enter. */}
      <p tabIndex={-1} data-stop="words">
        {withdrawnAt === null
          ? t(`consent.${scope}`, { name })
          : t('consent.withdrawn', { name, date: dayText(withdrawnAt, language) })}{' '}
        {earlierAt !== null && t('consent.earlier', { date: dayText(earlierAt, language) })}
      </p>
      <span data-stop-in>
        <Button size="compact-sm" onClick={yes}>
          {t(withdrawnAt === null ? 'consent.note' : 'consent.noteAgain', { name })}
        </Button>
      </span>
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
