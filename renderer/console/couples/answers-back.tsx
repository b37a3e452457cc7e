import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerLimits } from '../../../shared/couple/page/answer-file';
import { Button } from '../kit/button';
import { useCommand, useLatest, useOneAtATime, useView } from '../mirror/hooks';
import { AnswersLooked } from './answers-looked';
import styles from './take-home.module.css';

/** Files of answers are chosen in the system's own dialog or dropped, looked at together, and taken in with one click. */
export function AnswersBack() {
  const { t } = useTranslation('answers');
  const send = useCommand('patient');
  const once = useOneAtATime();
  const chooser = useRef<HTMLInputElement>(null);
  const back = useView(({ answersBack }) => answersBack);
  const latest = useLatest(({ answersBack }) => answersBack);
  const [taken, setTaken] = useState<{ readonly count: number; readonly couples: readonly string[] } | null>(null);

  const look = useCallback(
    async (files: readonly File[]) => {
      setTaken(null);
      for (const file of files) {
        const text = file.size > answerLimits.file ? null : await file.text().catch(() => null);
        if (!(await send({ type: 'answers/look', name: file.name, text })).ok) return;
      }
    },
    [send],
  );
  useDropped(look);

  const takeIn = () =>
    once(async () => {
      let count = 0;
      const couples: string[] = [];
      for (const { whose, answers } of latest()) {
        const coming = answers.flatMap(({ answer }) => (answer === null ? [] : [answer]));
        if (whose === null || coming.length === 0) continue;
        const { id, code } = whose;
        if (!(await send({ type: 'answers/take-in', id, code, answers: coming })).ok) continue;
        count += coming.length;
        couples.push(id);
      }
      if (count === 0) return;
      setTaken({ count, couples });
      await send({ type: 'answers/put-away' });
    });

  return (
    <div className={styles.back}>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept=".json,.txt,application/json,text/plain"
        onChange={(event) => {
          const { files } = event.currentTarget;
          void look([...(files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button size="compact-md" onClick={() => chooser.current?.click()}>
        {t('open')}
      </Button>{' '}
      <span className={styles.soft}>{t('drop')}</span>
      <div className={styles.takenIn}>
        <p role="status" className={styles.soft}>
          {taken !== null && t('taken', { count: taken.count })}
        </p>
        {taken !== null && <TakeBack couples={taken.couples} done={() => setTaken(null)} />}
      </div>
      <AnswersLooked back={back} takeIn={takeIn} putAway={() => void send({ type: 'answers/put-away' })} />
    </div>
  );
}

/** Takes back what was taken in last, while that is still the newest edit of each of those couples. */
function TakeBack({ couples, done }: { readonly couples: readonly string[]; readonly done: () => void }) {
  const { t } = useTranslation('answers');
  const send = useCommand();
  const isNewest = useView(({ coupleEdits }) => couples.every((id) => coupleEdits[id]?.undo === 'answers/take-out'));
  if (!isNewest) return null;
  const undo = async () => {
    for (const couple of couples.toReversed()) await send({ type: 'edit/undo', couple });
    done();
  };
  return (
    <Button look="quiet" size="compact-sm" onClick={() => void undo()}>
      {t('undo')}
    </Button>
  );
}

/** Hears files that are dropped anywhere on the window; a window would open one as a page. */
function useDropped(look: (files: readonly File[]) => Promise<void>): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void look(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [look]);
}
