import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Noting, practiceKindOf } from '../../../../shared/couple/practice/practice-kinds';
import type { PracticeEntryView } from '../../../../shared/couple/practice/practice-view';
import { IconButton } from '../../kit/button';
import { useCommand } from '../../mirror/hooks';
import { ReaderChoice } from '../../parts/capture/answer-reader';
import { EntryForm } from './entry-form';
import type { PracticePlace } from './place';
import styles from './practice.module.css';
import { useDays } from './use-days';
import { usePracticeSpeech } from './use-practice-speech';
import { useLeft } from './use-written';

interface NotedEntryProps extends PracticePlace {
  readonly entry: PracticeEntryView;
}

/** One entry as the sentence it reads, with what can be done with it; or the form that changes it. */
export function NotedEntry({ entry, ...place }: NotedEntryProps) {
  const { t } = useTranslation(['couples', 'practice']);
  const { couple, retreat, nameOf, alone, hidden } = place;
  const { owner, closed, content, kind } = entry;
  const { long } = useDays();
  const speech = usePracticeSpeech();
  const send = useCommand();
  const acts = useRef<HTMLDivElement>(null);
  const left = useLeft(couple);
  const [changing, setChanging] = useState(() => left.changing(kind, entry.id));
  const whose = owner === 'joint' ? t('practice.whose.joint') : nameOf(owner);
  const words = { kind: t(`practice:kinds.${kind}`), day: long(entry.on) };
  if (changing && retreat !== null && content !== null)
    return (
      <li>
        <EntryForm
          {...place}
          retreat={retreat}
          kind={kind}
          entry={entry}
          onDone={() => {
            setChanging(false);
            requestAnimationFrame(() => acts.current?.querySelector('button')?.focus());
          }}
        />
      </li>
    );
  return (
    <li className={styles.entry} data-owner={owner}>
      <div>
        <div className={styles.about}>
          <p>
            <span className={styles.owner}>{whose}</span> {words.kind}
          </p>
          {content !== null && owner !== 'joint' && retreat !== null && (
            <ReaderChoice
              reader={entry.reader}
              asked={words.kind}
              side={owner}
              partners={{ nameOf, alone }}
              command={(reader, on) => ({ type: 'practice/reader', id: couple, entry: entry.id, reader, on })}
            />
          )}
        </div>
        {closed !== null && (
          <p className={styles.soft}>
            {t(closed === 'only-i' ? 'practice.kept' : 'practice.withheld', { name: whose })}
          </p>
        )}
        {content !== null && (
          <p className={styles.reads}>
            {hidden
              ? t('page.hidden')
              : practiceKindOf(entry)
                  .reads(content as Noting['content'], speech)
                  .join(' ')}
          </p>
        )}
      </div>
      {content !== null && retreat !== null && (
        <div ref={acts} className={styles.entryActs}>
          <IconButton
            label={t('practice.entry.editOf', words)}
            icon={<IconPencil size={16} aria-hidden />}
            size={26}
            onClick={() => setChanging(true)}
          />
          <IconButton
            label={t('practice.entry.removeOf', words)}
            icon={<IconTrash size={16} aria-hidden />}
            size={26}
            onClick={() => void send({ type: 'practice/remove', id: couple, entry: entry.id })}
          />
        </div>
      )}
    </li>
  );
}
