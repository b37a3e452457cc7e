import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import { carriers } from '../../../shared/couple/charter/clause';
import { readsAloud } from '../../../shared/couple/charter/reads-aloud';
import { holdsWords, sayingIn, slotsOf, withTyped } from '../../../shared/couple/charter/writing';
import type { Refusal } from '../../../shared/session/protocol/refusal-code';
import type { CheckedWriting } from '../../../shared/session/view/charter-view';
import { Button } from '../kit/button';
import { cameTo } from '../kit/type-ahead';
import { useCommand, useOneAtATime } from '../mirror/hooks';
import { useWriting } from '../mirror/use-writing';
import { Options } from '../parts/capture/options';
import { Refused } from '../parts/capture/refused';
import { goesOnByEnter, stopAt, stopsIn } from '../parts/capture/stops';
import { Changes } from './changes';
import styles from './clause-editor.module.css';
import { ClauseSlot } from './clause-slot';
import type { CharterWords } from './use-charter-words';

interface ClauseEditorProps {
  readonly couple: string;
  readonly retreat: string;
  readonly writing: CheckedWriting;
  /** The clause it is to be a wording of, as it stands. */
  readonly clause: ClauseView | null;
  readonly words: CharterWords;
  readonly hidden: boolean;
  /** It was just asked for: the keyboard comes to it. */
  readonly isAsked: boolean;
  /** Where the keyboard goes once it is saved or given up. */
  readonly onLeave: () => void;
}

/**
 * A clause as it is written: its fields as its kind asks for them, how it will read, and what is not right yet. What is typed is kept as it
 * is typed; saved it becomes a draft, and over a clause that is there its next wording.
 */
export function ClauseEditor(props: ClauseEditorProps) {
  const { couple, retreat, writing, clause, words, hidden, isAsked, onLeave } = props;
  const { t } = useTranslation(['couples', 'charter']);
  const title = useId();
  const carried = useId();
  const form = useRef<HTMLFormElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const of = writing.clause;
  const { written, change, rest, drop } = useWriting({
    couple,
    retreat,
    clause: of,
    stored: writing.written,
    onRefused: setRefusal,
  });
  const send = useCommand('none', setRefusal);
  const once = useOneAtATime();
  const { kind, texts, carriedBy } = written;
  const saying = sayingIn(written);
  const reads = readsAloud({ saying, carriedBy }, words.speech, words.said);
  const changed = clause === null || JSON.stringify({ saying, carriedBy }) !== JSON.stringify(saidIn(clause));
  const lacks = words.flawsOf(saying);

  useEffect(() => {
    const first = form.current === null ? undefined : stopsIn(form.current)[0];
    if (!isAsked || first === undefined) return;
    first.focus();
    cameTo(first);
  }, [isAsked]);

  const save = () =>
    once(async () => {
      await rest();
      const reworded = clause === null ? null : { clause: clause.id, wording: clause.now.id };
      if ((await send({ type: 'charter/save', id: couple, retreat, reworded })).ok) onLeave();
    });
  const discard = () =>
    once(async () => {
      await rest();
      drop();
      if ((await send({ type: 'charter/discard', id: couple, retreat, clause: of })).ok) onLeave();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    const { key, target, currentTarget } = event;
    if (event.altKey || !(target instanceof Element)) return;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) void (changed && save());
    else if (event.ctrlKey || event.metaKey) return;
    else if (key === 'Escape') {
      // What holds words is not given up by a key: it stays, and the keyboard leaves it.
      if (clause === null ? holdsWords(written) : changed) return;
      void discard();
    } else if (key === 'Enter' && !event.shiftKey && goesOnByEnter(target)) {
      stopsIn(currentTarget)[stopAt(currentTarget, target) + 1]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form ref={form} className={styles.editor} aria-labelledby={title} noValidate onSubmit={submit} onKeyDown={press}>
      <header className={styles.head}>
        <h3 id={title} className={styles.title}>
          {t(`charter:kinds.${kind}`)}
        </h3>
        <p className={styles.soft}>{t(`charter:means.${kind}`)}</p>
      </header>
      <div className={styles.slots}>
        {slotsOf(kind).map((slot) => (
          <ClauseSlot
            key={slot.key}
            kind={kind}
            slot={slot}
            text={texts[slot.key] ?? ''}
            change={(text) => change(withTyped(written, slot, text))}
            hidden={hidden}
            nameOf={words.speech.name}
            guarded={words.guardable(of, hidden)}
            wrong={words.wrongIn(slot, saying)}
          />
        ))}
        <div className={styles.slot}>
          <p id={carried} className={styles.label}>
            {t('charter.carriedBy')}
          </p>
          <Options
            look="words"
            labelledBy={carried}
            hidden={hidden}
            options={carriers.map((value) => ({
              value,
              label: t(`charter:carriedBy.${value}`, { A: words.speech.name('A'), B: words.speech.name('B') }),
            }))}
            chosen={[carriedBy]}
            several={false}
            onPress={(value) => {
              const chosen = carriers.find((one) => one === value);
              if (chosen !== undefined) change({ ...written, carriedBy: chosen });
            }}
            meant={(sign) => carriers[Number(sign) - 1]}
          />
        </div>
      </div>
      <section className={styles.stands} aria-label={t(clause === null ? 'charter.stands' : 'charter.changes')}>
        <h4 className={styles.small}>{t(clause === null ? 'charter.stands' : 'charter.changes')}</h4>
        {hidden ? (
          <p>{t('page.hidden')}</p>
        ) : clause !== null ? (
          <Changes before={readsAloud(clause.now, words.speech, words.said)} after={reads} />
        ) : reads.length === 0 ? (
          <p className={styles.soft}>{t('charter.standsEmpty')}</p>
        ) : (
          reads.map((paragraph) => (
            <p key={paragraph} className={styles.reads}>
              {paragraph}
            </p>
          ))
        )}
      </section>
      <div role="status" className={styles.checks}>
        {lacks.length > 0 && <p className={styles.soft}>{t('charter.still', { lacks: lacks.join(' · ') })}</p>}
        {writing.restricts.length > 0 && (
          <div className={styles.help}>
            <p>{t('charter.helpWarning')}</p>
            {!hidden && (
              <ul>
                {writing.restricts.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        {clause !== null && changed && <p>{t(clause.inForce ? 'charter.lapseInForce' : 'charter.lapse')}</p>}
      </div>
      {refusal !== null && <Refused refusal={refusal} />}
      <footer className={styles.foot}>
        <Button type="submit" look="primary" size="compact-md" disabled={!changed}>
          {t(clause === null ? 'charter.save' : 'charter.saveWording')}
        </Button>
        <Button size="compact-md" look="quiet" onClick={() => void discard()}>
          {t(clause === null ? 'charter.giveUp' : 'charter.leaveAsIs')}
        </Button>
        <span className={styles.soft}>{t('charter.kept')}</span>
      </footer>
    </form>
  );
}

const saidIn = ({ now: { saying, carriedBy } }: ClauseView) => ({ saying, carriedBy });
