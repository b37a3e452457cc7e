import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClauseView, LackView } from '../../../shared/couple/charter/charter-view';
import { sixTests } from '../../../shared/couple/charter/clause';
import { dateOf } from '../../../shared/retreat/schedule';
import { type Side, sides } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { dateText } from '../kit/dates';
import { useClock, useCommand } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import type { NameOf } from './answer-line';
import styles from './charter.module.css';

interface ClauseCardProps {
  readonly couple: string;
  /** Null where nothing can be agreed now. */
  readonly retreat: string | null;
  readonly clause: ClauseView;
  readonly nameOf: NameOf;
  readonly reads: readonly string[];
  readonly hidden: boolean;
}

/** One clause: how it reads aloud and, until it is in force, what it still needs and how that is given. */
export function ClauseCard({ couple, retreat, clause, nameOf, reads, hidden }: ClauseCardProps) {
  const { t } = useTranslation(['couples', 'charter']);
  const language = useLanguage();
  const lackOf = useLack(clause, nameOf);
  const { now, consents, review, inForce, lacks } = clause;
  return (
    <li className={styles.clause} data-draft={!inForce}>
      <p className={styles.kind}>{t(`charter:kinds.${now.saying.kind}`)}</p>
      {hidden ? (
        <p>{t('page.hidden')}</p>
      ) : (
        reads.map((paragraph) => (
          <p key={paragraph} className={styles.reads}>
            {paragraph}
          </p>
        ))
      )}
      <p className={styles.soft}>
        {lacks.map(lackOf).join(' · ')}
        {inForce &&
          sides
            .map((side) => {
              const given = consents[side];
              if (given === null) return '';
              const date = dateText(given.paper ?? dateOf(given.at), language);
              return t(given.paper === null ? 'charter.alone' : 'charter.paper', { name: nameOf(side), date });
            })
            .join(' · ')}
        {review !== null && ` · ${t('charter.review', { date: dateText(review, language) })}`}
      </p>
      {retreat !== null && !inForce && <Agreeing {...{ couple, retreat, clause, nameOf }} />}
    </li>
  );
}

function useLack(clause: ClauseView, nameOf: NameOf): (lack: LackView) => string {
  const { t } = useTranslation('charter');
  const { kind } = clause.now.saying;
  return (lack) => {
    switch (lack.code) {
      case 'missing':
        return t('lacks.missing', { field: t(`fields.${kind}.${lack.field}` as 'fields.agreement.text') });
      case 'tests-open':
        return t('lacks.tests-open', { count: lack.open, of: lack.of });
      case 'waits-for':
      case 'confirm-alone':
        return t(`lacks.${lack.code}`, { name: nameOf(lack.side) });
      default:
        return t(`lacks.${lack.code}`);
    }
  };
}

type AgreeingProps = Pick<ClauseCardProps, 'couple' | 'clause' | 'nameOf'> & { readonly retreat: string };

/** What each partner says to this wording: the six tests, a consent on paper, and what is asked of them alone (S21). */
function Agreeing({ couple, retreat, clause, nameOf }: AgreeingProps) {
  const { t } = useTranslation(['couples', 'charter']);
  const send = useCommand();
  const clock = useClock();
  const today = (): string => dateOf(clock.now().wall);
  const { ticks, consents, help, bound } = clause;
  const said = (side: Side) => ({ id: couple, retreat, clause: clause.id, side, wording: clause.now.id });
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
                  void send({ type: 'charter/tick', ...said(side), test, ticked: event.currentTarget.checked })
                }
              />
            ))}
          {asksAlone(side) && (
            <Button
              size="compact-sm"
              onClick={() => void send({ type: 'charter/confirm-help', ...said(side), confirmed: true, on: today() })}
            >
              {t('charter.confirmAlone')}
            </Button>
          )}
          {consents[side] === null ? (
            <Button
              size="compact-sm"
              onClick={() => void send({ type: 'charter/consent', ...said(side), given: true, paper: today() })}
            >
              {t('charter.onPaper')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              look="quiet"
              onClick={() => void send({ type: 'charter/consent', ...said(side), given: false, paper: null })}
            >
              {t('charter.takeBack')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        size="compact-sm"
        look="quiet"
        onClick={() => void send({ type: 'charter/remove', id: couple, retreat, clause: clause.id })}
      >
        {t('charter.remove')}
      </Button>
    </div>
  );
}
