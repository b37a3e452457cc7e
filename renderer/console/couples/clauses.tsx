import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../../../shared/couple/charter/charter-view';
import type { Written } from '../../../shared/couple/charter/writing';
import type { OpenCharterView } from '../../../shared/session/view/charter-view';
import { awaitField } from '../kit/type-ahead';
import { useCommand } from '../mirror/hooks';
import type { NameOf } from './answer-lines';
import styles from './charter.module.css';
import { ClauseCard, cardId } from './clause-card';
import { ClauseEditor } from './clause-editor';
import { hungUnder } from './hung-under';
import { useCharterWords } from './use-charter-words';
import { WriteClause, writeButtonId } from './write-clause';

interface ClausesProps {
  readonly couple: string;
  readonly charter: OpenCharterView;
  /** Null where nothing can be written now. */
  readonly retreat: string | null;
  readonly nameOf: NameOf;
  readonly hidden: boolean;
}

/** The clauses of a couple, those in force first, each with what can be done with it; one that is being written has its editor in its place. */
export function Clauses({ couple, charter, retreat, nameOf, hidden }: ClausesProps) {
  const { t } = useTranslation('couples');
  const { writings } = charter;
  const clauses = useSameClauses(charter.clauses);
  const words = useCharterWords(clauses, nameOf);
  const send = useCommand();
  const [asked, setAsked] = useState<{ readonly clause: string | null } | null>(null);
  const back = useReturn(writings);
  const begin = useCallback(
    (clause: string | null, written: Written): void => {
      if (retreat === null) return;
      setAsked({ clause });
      awaitField(() => undefined);
      void send({ type: 'charter/write', id: couple, retreat, clause, written });
    },
    [send, couple, retreat],
  );
  const editorOf = (clause: ClauseView | null) => {
    const writing = writings.find((one) => one.clause === (clause?.id ?? null));
    if (writing === undefined || retreat === null) return null;
    return (
      <ClauseEditor
        key={clause?.id ?? ''}
        {...{ couple, retreat, writing, clause, words, hidden }}
        isAsked={asked !== null && asked.clause === writing.clause}
        onLeave={() => {
          setAsked(null);
          back(clause?.id ?? null);
        }}
      />
    );
  };
  const isWritingNew = writings.some(({ clause }) => clause === null);
  const parts = [
    ['inForce', clauses.filter(({ inForce }) => inForce)],
    ['drafts', clauses.filter(({ inForce }) => !inForce)],
  ] as const;
  return (
    <>
      {parts.map(
        ([part, found]) =>
          found.length > 0 && (
            <section key={part} className={styles.part} aria-label={t(`charter.${part}`)}>
              <h2 className={styles.title}>{t(`charter.${part}`)}</h2>
              <ul className={styles.clauses}>
                {hungUnder(found).map(({ clause, hangs }) => {
                  const editor = editorOf(clause);
                  return editor === null ? (
                    <ClauseCard
                      key={clause.id}
                      {...{ couple, retreat, clause, words, hidden, hangs, begin, isWritingNew }}
                    />
                  ) : (
                    <li key={clause.id}>{editor}</li>
                  );
                })}
              </ul>
            </section>
          ),
      )}
      {editorOf(null)}
      {retreat !== null && <WriteClause isWriting={isWritingNew} begin={begin} />}
    </>
  );
}

/** Clauses of which nothing has changed stay the same objects, so that a letter in one of them draws no other again. */
function useSameClauses(clauses: readonly ClauseView[]): readonly ClauseView[] {
  const last = useRef<readonly ClauseView[]>([]);
  return useMemo(() => {
    const before = new Map(last.current.map((clause) => [clause.id, clause]));
    const next = clauses.map((clause) => {
      const was = before.get(clause.id);
      return was !== undefined && JSON.stringify(was) === JSON.stringify(clause) ? was : clause;
    });
    const same = next.length === last.current.length && next.every((clause, at) => clause === last.current[at]);
    if (!same) last.current = next;
    return last.current;
  }, [clauses]);
}

/** Brings the keyboard back to where a clause was being written, once its editor is gone: to the clause, or to what asks for a new one. */
function useReturn(writings: OpenCharterView['writings']): (clause: string | null) => void {
  const left = useRef<{ readonly clause: string | null } | null>(null);
  const go = (): void => {
    const to = left.current;
    if (to === null) return;
    const place = document.getElementById(to.clause === null ? writeButtonId : cardId(to.clause));
    if (place === null) return;
    left.current = null;
    place.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn follows what is being written
  useEffect(go, [writings]);
  return (clause) => {
    left.current = { clause };
    go();
  };
}
