import { Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import { sixTests } from '../../../shared/couple/charter/clause';
import { dateOf } from '../../../shared/retreat/schedule';
import { type Side, sides } from '../../../shared/room/wall';
import type { Refusal } from '../../../shared/session/protocol/refusal-code';
import { Button } from '../kit/button';
import { isDate } from '../kit/dates';
import { useClock, useCommand } from '../mirror/hooks';
import { useDraft } from '../mirror/use-draft';
import { DateLine } from '../parts/capture/editors';
import { cleanText } from '../parts/capture/field-text';
import { Refused } from '../parts/capture/refused';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';

interface AgreeingProps {
  readonly couple: string;
  readonly retreat: string;
  readonly clause: ClauseView;
  readonly nameOf: NameOf;
}

/** What each partner says to this wording: the six tests, a consent on paper with the date of its sheet, and what is asked of them alone (S21). */
export function Agreeing({ couple, retreat, clause, nameOf }: AgreeingProps) {
  const { t } = useTranslation(['couples', 'charter']);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = useCommand('none', setRefusal);
  const clock = useClock();
  const label = useId();
  const today = dateOf(clock.now().wall);
  const { ticks, consents, help, bound, now } = clause;
  const { draft, change } = useDraft({ document: 'charter', id: couple }, `paper/${now.id}`);
  const day = draft ?? today;
  const said = (side: Side) => ({ id: couple, retreat, clause: clause.id, side, wording: now.id });
  const say = (...command: Parameters<typeof send>) => {
    setRefusal(null);
    void send(...command);
  };
  const asksAlone = (side: Side): boolean =>
    help !== null && help.restricts.length > 0 && help.confirmed[side] === null;
  return (
    <div className={styles.agreeing}>
      {sides.map((side) => (
        <fieldset key={side} className={styles.side} data-side={side}>
          <legend>{nameOf(side)}</legend>
          {bound &&
            sixTests.map((test) => (
              <Checkbox
                key={test}
                size="xs"
                label={t(`charter:tests.${test}`)}
                checked={ticks[side]?.includes(test) === true}
                onChange={(event) =>
                  say({ type: 'charter/tick', ...said(side), test, ticked: event.currentTarget.checked })
                }
              />
            ))}
          {asksAlone(side) && (
            <Button
              size="compact-sm"
              onClick={() => say({ type: 'charter/confirm-help', ...said(side), confirmed: true, on: today })}
            >
              {t('charter.confirmAlone')}
            </Button>
          )}
          {consents[side] === null ? (
            <Button
              size="compact-sm"
              disabled={!isDate(day.trim())}
              onClick={() => say({ type: 'charter/consent', ...said(side), given: true, paper: day.trim() })}
            >
              {t('charter.onPaper')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              look="quiet"
              onClick={() => say({ type: 'charter/consent', ...said(side), given: false, paper: null })}
            >
              {t('charter.takeBack')}
            </Button>
          )}
        </fieldset>
      ))}
      {sides.some((side) => consents[side] === null) && (
        <div className={styles.sheet}>
          <p id={label} className={styles.soft}>
            {t('charter.sheetDate')}
          </p>
          <DateLine labelledBy={label} text={day} change={(text) => change(cleanText('date', text))} hidden={false} />
        </div>
      )}
      {refusal !== null && <Refused refusal={refusal} />}
    </div>
  );
}
