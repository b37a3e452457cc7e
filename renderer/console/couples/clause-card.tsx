import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import { isDue } from '../../../shared/couple/charter/clause';
import { textsOf, type Written } from '../../../shared/couple/charter/writing';
import { dateOf } from '../../../shared/retreat/schedule';
import { sides } from '../../../shared/room/wall';
import { Button } from '../kit/button';
import { dateText } from '../kit/dates';
import { useCommand, useNow } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import { Agreeing } from './agreeing';
import styles from './charter.module.css';
import { ReviewDate, useReviewLeft } from './review-date';
import type { CharterWords } from './use-charter-words';
import { useConsentText } from './use-consent-text';
import { Wordings } from './wordings';

interface ClauseCardProps {
  readonly couple: string;
  /** Null where nothing can be agreed now. */
  readonly retreat: string | null;
  readonly clause: ClauseView;
  readonly words: CharterWords;
  readonly hidden: boolean;
  /** It is a cue that stands under the clause it guards. */
  readonly hangs: boolean;
  /** Begins to write: another wording of this clause, or a new one. */
  readonly begin: (clause: string | null, written: Written) => void;
  /** A new clause is being written: there is one at a time. */
  readonly isWritingNew: boolean;
}

export const cardId = (clause: string): string => `clause-${clause}`;

/** One clause: how it reads aloud and, until it is in force, what it still needs and how that is given. */
export const ClauseCard = memo(function ClauseCard(props: ClauseCardProps) {
  const { couple, retreat, clause, words, hidden, hangs } = props;
  const { t } = useTranslation(['couples', 'charter']);
  const { now, inForce } = clause;
  return (
    <li
      id={cardId(clause.id)}
      tabIndex={-1}
      className={styles.clause}
      data-draft={!inForce}
      data-hangs={hangs || undefined}
      aria-label={t(`charter:kinds.${now.saying.kind}`)}
    >
      <p className={styles.kind}>{t(`charter:kinds.${now.saying.kind}`)}</p>
      {hidden ? (
        <p>{t('page.hidden')}</p>
      ) : (
        words.reads(now).map((paragraph) => (
          <p key={paragraph} className={styles.reads}>
            {paragraph}
          </p>
        ))
      )}
      <Standing clause={clause} words={words} />
      {retreat !== null && !inForce && <Agreeing {...{ couple, retreat, clause }} nameOf={words.speech.name} />}
      <ClauseActions {...props} />
    </li>
  );
});

/** What it waits for, or who said yes to it, and when it is to be looked at again. */
function Standing({ clause, words }: Pick<ClauseCardProps, 'clause' | 'words'>) {
  const { t } = useTranslation('couples');
  const language = useLanguage();
  const consentText = useConsentText(words.speech.name);
  const today = dateOf(useNow().wall);
  const { now, consents, review, inForce, lacks } = clause;
  const said = inForce
    ? sides.flatMap((side) => consentText(side, consents[side]) ?? [])
    : lacks.map((lack) => words.lack(now.saying.kind, lack));
  return (
    <p className={styles.soft}>
      {said.join(' · ')}
      {review !== null && (
        <>
          {said.length > 0 && ' · '}
          {isDue(review, today) ? (
            <strong className={styles.due}>{t('charter.due', { date: dateText(review, language) })}</strong>
          ) : (
            t('charter.review', { date: dateText(review, language) })
          )}
        </>
      )}
    </p>
  );
}

type Opened = 'review' | 'wordings' | null;

function ClauseActions({ couple, retreat, clause, words, hidden, begin, isWritingNew }: ClauseCardProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const reviewLeft = useReviewLeft(couple, clause.id);
  const [opened, setOpened] = useState<Opened>(() => (reviewLeft() ? 'review' : null));
  const { now, inForce } = clause;
  const turn = (one: Opened) => setOpened(opened === one ? null : one);
  const card = (): void => document.getElementById(cardId(clause.id))?.focus();
  const { kind } = now.saying;
  return (
    <>
      <div className={styles.actions}>
        {retreat !== null && (
          <>
            <Button
              size="compact-sm"
              look="quiet"
              onClick={() => begin(clause.id, { kind, texts: textsOf(now.saying), carriedBy: now.carriedBy })}
            >
              {t('charter.reword')}
            </Button>
            {kind !== 'enforcement-cue' && (
              <Button
                size="compact-sm"
                look="quiet"
                disabled={isWritingNew}
                onClick={() =>
                  begin(null, {
                    kind: 'enforcement-cue',
                    texts: { guards: clause.id, cue: '', reply: '' },
                    carriedBy: 'both',
                  })
                }
              >
                {t('charter.addCue')}
              </Button>
            )}
            <Button size="compact-sm" look="quiet" pressed={opened === 'review'} onClick={() => turn('review')}>
              {t(clause.review === null ? 'charter.reviewAdd' : 'charter.reviewChange')}
            </Button>
          </>
        )}
        {clause.earlier.length > 0 && (
          <Button size="compact-sm" look="quiet" pressed={opened === 'wordings'} onClick={() => turn('wordings')}>
            {t('charter.wordingsCount', { count: clause.earlier.length + 1 })}
          </Button>
        )}
        {retreat !== null && (
          <>
            {inForce &&
              sides.map((side) => (
                <Button
                  key={side}
                  size="compact-sm"
                  look="quiet"
                  onClick={() =>
                    void send({
                      type: 'charter/consent',
                      id: couple,
                      retreat,
                      clause: clause.id,
                      side,
                      wording: now.id,
                      given: false,
                      paper: null,
                    })
                  }
                >
                  {t('charter.takeBackOf', { name: words.speech.name(side) })}
                </Button>
              ))}
            <Button
              size="compact-sm"
              look="quiet"
              onClick={() => void send({ type: 'charter/remove', id: couple, retreat, clause: clause.id })}
            >
              {t('charter.remove')}
            </Button>
          </>
        )}
      </div>
      {opened === 'review' && retreat !== null && (
        <ReviewDate
          {...{ couple, retreat, clause }}
          onLeave={() => {
            setOpened(null);
            card();
          }}
        />
      )}
      {opened === 'wordings' && <Wordings clause={clause} words={words} hidden={hidden} />}
    </>
  );
}
