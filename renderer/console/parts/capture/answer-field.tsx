import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSide } from '../../../../shared/couple/answer-rules';
import type { Refusal } from '../../../../shared/session/protocol/refusal-code';
import { useAnswer } from '../../mirror/use-answer';
import { AnswerReader } from './answer-reader';
import styles from './capture.module.css';
import { FieldEditor } from './editors';
import { answerIn, cleanText, textOf } from './field-text';
import type { Cell } from './form-parts';
import { Refused } from './refused';
import type { Partners } from './use-partners';

interface AnswerFieldProps {
  readonly couple: string;
  readonly cell: Extract<Cell, { is: 'open' }>;
  readonly partners: Partners;
}

/** One question as it was asked, its answer as it is typed, and who may read it. */
export function AnswerField({ couple, cell: { field, place, answer }, partners }: AnswerFieldProps) {
  const question = useId();
  const told = useId();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const stored = textOf(answer?.value ?? null);
  const read = (text: string) => answerIn(field.kind, text);
  const { text, change } = useAnswer({ couple, place, stored, read, onRefused: setRefusal });
  return (
    <div className={styles.cell} data-cell={`${place.owner}/${field.id}`}>
      <Question id={question} field={field} />
      <FieldEditor
        field={field}
        text={text}
        change={(typed) => change(cleanText(field.kind, typed))}
        hidden={partners.hidden}
        labelledBy={question}
        describedBy={refusal === null ? undefined : told}
      />
      {refusal !== null && <Refused id={told} refusal={refusal} />}
      {answer !== null && isSide(place.owner) && (
        <AnswerReader couple={couple} answer={answer} side={place.owner} partners={partners} />
      )}
    </div>
  );
}

export function Question({ id, field }: { readonly id?: string; readonly field: Cell['field'] }) {
  const { t } = useTranslation('capture');
  return (
    <p className={styles.question}>
      <span id={id}>{field.label}</span> {field.optional && <span className={styles.soft}>{t('optional')}</span>}
    </p>
  );
}
