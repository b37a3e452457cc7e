import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reader } from '../../../../shared/couple/answer';
import type { AnswerView } from '../../../../shared/couple/audience';
import { dateOf } from '../../../../shared/retreat/schedule';
import { otherSide, type Side } from '../../../../shared/room/wall';
import type { Command } from '../../../../shared/session/commands/commands';
import type { Refusal } from '../../../../shared/session/protocol/refusal-code';
import { Button } from '../../kit/button';
import { isDate } from '../../kit/dates';
import { useClock, useCommand } from '../../mirror/hooks';
import styles from './capture.module.css';
import { Refused } from './refused';
import type { Partners } from './use-partners';

interface ReaderChoiceProps {
  /** Who may read it now. */
  readonly reader: Reader | null;
  /** What it was said to. */
  readonly asked: string;
  readonly side: Side;
  readonly partners: Pick<Partners, 'nameOf' | 'alone'>;
  /** What is sent once its owner has chosen, on the day they were asked. */
  readonly command: (reader: Reader, on: string) => Command;
}

interface AnswerReaderProps extends Pick<ReaderChoiceProps, 'side' | 'partners'> {
  readonly couple: string;
  readonly answer: AnswerView;
}

/** What the facilitator can note for its owner; *only I* is chosen by the owner alone. */
const noted = ['facilitator', 'partner'] as const satisfies readonly Reader[];

/** Who may read an answer of A's or B's. */
export function AnswerReader({ couple, answer, ...of }: AnswerReaderProps) {
  return (
    <ReaderChoice
      {...of}
      reader={answer.reader}
      asked={answer.asked}
      command={(reader, on) => ({ type: 'record/reader', id: couple, answer: answer.id, reader, on })}
    />
  );
}

/** Who may read what is A's or B's (S9): a quiet word that opens to three sentences, and the day on which its owner was asked. */
export function ReaderChoice({ reader: now, asked, side, partners, command }: ReaderChoiceProps) {
  const { t } = useTranslation('capture');
  const clock = useClock();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(() => dateOf(clock.now().wall));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = useCommand('none', setRefusal);
  const words = { name: partners.nameOf(side), partner: partners.nameOf(otherSide(side)), asked };
  const reader = now === 'partner' ? 'partner' : 'facilitator';
  const choose = async (next: (typeof noted)[number]): Promise<void> => {
    const done = await send(command(next, on.trim()));
    if (done.ok) setRefusal(null);
  };
  return (
    <div className={styles.reader}>
      <button
        type="button"
        className={styles.readerWord}
        data-reader
        tabIndex={-1}
        aria-expanded={open}
        aria-controls={id}
        aria-label={`${t(`reader.${reader}`, words)}. ${t('reader.label', words)}`}
        onClick={() => setOpen(!open)}
      >
        {t(`reader.${reader}`, words)}
      </button>
      {open && (
        <fieldset id={id} className={styles.readers} aria-label={t('reader.title')}>
          <p>{t('reader.only', words)}</p>
          {noted.map((one) =>
            one === 'partner' && partners.alone !== null ? null : (
              <div key={one} className={styles.readerChoice} data-now={one === reader}>
                <p>
                  {t(`reader.${one}Says`, words)} {one === reader && <b>{t('reader.now')}</b>}
                </p>
                {one !== reader && (
                  <Button size="compact-xs" disabled={!isDate(on.trim())} onClick={() => void choose(one)}>
                    {t('reader.choose', words)}
                  </Button>
                )}
              </div>
            ),
          )}
          <label className={styles.askedOn}>
            {t('reader.asked', words)}
            <input type="text" value={on} size={11} onChange={(event) => setOn(event.currentTarget.value)} />
          </label>
          {refusal !== null && <Refused refusal={refusal} />}
        </fieldset>
      )}
    </div>
  );
}
