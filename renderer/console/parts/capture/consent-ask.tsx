import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../../../shared/exercise/fields';
import type { Side } from '../../../../shared/room/wall';
import type { Refusal } from '../../../../shared/session/protocol/refusal-code';
import { Button } from '../../kit/button';
import { dayText } from '../../kit/dates';
import { useCommand } from '../../mirror/hooks';
import { useLanguage } from '../../mirror/use-language';
import styles from './capture.module.css';
import type { Missing } from './form-parts';
import { Refused } from './refused';
import type { Partners } from './use-partners';

interface Of {
  readonly couple: string;
  readonly retreat: string;
}

/** Notes a partner's yes, or that it was taken back. */
export function useConsent({ couple, retreat }: Of) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = useCommand('none', setRefusal);
  const note = async (side: Side, scope: Scope, given: boolean): Promise<void> => {
    const { ok } = await send({ type: 'record/consent', id: couple, retreat, side, scope, given });
    if (ok) setRefusal(null);
  };
  return { note, refusal };
}

interface ConsentAskProps extends Of {
  readonly missing: readonly Missing[];
  readonly nameOf: Partners['nameOf'];
}

/** What stands where one would have typed: a kind sentence for each consent that is missing, and the one action that changes it (S8). */
export function ConsentAsk({ missing, nameOf, ...of }: ConsentAskProps) {
  const { note, refusal } = useConsent(of);
  return (
    <>
      {missing.map((one) => (
        <Ask
          key={`${one.side}/${one.scope}`}
          missing={one}
          name={nameOf(one.side)}
          yes={() => void note(one.side, one.scope, true)}
        />
      ))}
      {refusal !== null && <Refused refusal={refusal} />}
    </>
  );
}

interface AskProps {
  readonly missing: Missing;
  readonly name: string;
  readonly yes: () => void;
}

function Ask({ missing: { scope, withdrawnAt, earlierAt }, name, yes }: AskProps) {
  const { t } = useTranslation('capture');
  const language = useLanguage();
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
