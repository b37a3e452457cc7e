import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClauseKindName, clauseKindNames } from '../../../shared/couple/charter/clause-kinds';
import styles from './clause-editor.module.css';

interface ClauseKindsListProps {
  readonly choose: (kind: ClauseKindName) => void;
  readonly leave: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** What a clause can be of, each with what it is for. The arrows go among them, Enter chooses, Escape leaves. */
export function ClauseKindsList({ choose, leave }: ClauseKindsListProps) {
  const { t } = useTranslation(['charter', 'couples']);
  const list = useRef<HTMLElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (event.key === 'Escape') leave();
    else if (step !== undefined) {
      const all: HTMLElement[] = [...event.currentTarget.querySelectorAll('button')];
      const at = all.indexOf(event.target as HTMLElement);
      all[(at + step + all.length) % all.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section ref={list} className={styles.kinds} aria-label={t('couples:charter.chooseKind')} onKeyDown={press}>
      {clauseKindNames.map((kind) => (
        <button key={kind} type="button" className={styles.kind} onClick={() => choose(kind)}>
          <span className={styles.kindName}>{t(`charter:kinds.${kind}`)}</span>
          <span className={styles.soft}>{t(`charter:means.${kind}`)}</span>
        </button>
      ))}
    </section>
  );
}
