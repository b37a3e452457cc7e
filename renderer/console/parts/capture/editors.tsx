import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { highestScale } from '../../../../shared/couple/answer-caps';
import { DatePicker } from '../../kit/date-picker';
import { dateText, isDate } from '../../kit/dates';
import { privately } from '../../kit/privately';
import { useLanguage } from '../../mirror/use-language';
import styles from './editors.module.css';
import { type AnswerField, type AnswerKind, chosenIn, withChoice } from './field-text';
import { Options } from './options';

/** What the editor of a field is given: the answer as one text, and where what is typed goes. */
export interface EditorProps<K extends AnswerKind = AnswerKind> {
  readonly field: Extract<AnswerField, { kind: K }>;
  readonly text: string;
  readonly change: (text: string) => void;
  /** What it holds is not to be read. */
  readonly hidden: boolean;
  /** Id of the question. */
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
}
type Editor<K extends AnswerKind> = (props: EditorProps<K>) => ReactNode;

type LineProps = Pick<EditorProps, 'text' | 'change' | 'hidden' | 'labelledBy' | 'describedBy'> &
  Pick<ComponentProps<'input'>, 'inputMode' | 'placeholder' | 'className'>;

export function Line(props: LineProps) {
  const { text, change, hidden, labelledBy, describedBy, className, inputMode, placeholder } = props;
  return (
    <input
      inputMode={inputMode}
      placeholder={placeholder}
      {...privately(hidden)}
      type="text"
      className={className ?? styles.line}
      dir="auto"
      data-stop="line"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      autoComplete="off"
      spellCheck
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

export function Lines({ text, change, hidden, labelledBy, describedBy, placeholder }: LineProps) {
  return (
    <textarea
      placeholder={placeholder}
      {...privately(hidden)}
      className={styles.lines}
      dir="auto"
      rows={2}
      data-stop="lines"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      spellCheck
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function ListLines(props: EditorProps<'list'>) {
  const { t } = useTranslation('capture');
  return <Lines {...props} placeholder={t('list')} />;
}

/** Digits choose by their place; an option beyond the ninth is reached by the arrows. */
function Choice({ field, text, change, ...rest }: EditorProps<'choice'>) {
  const options = field.options.map((option) => ({ value: option, label: option }));
  return (
    <Options
      {...rest}
      look="words"
      options={options}
      chosen={chosenIn(text)}
      several={field.several}
      onPress={(option) => change(withChoice(text, option, field.several))}
      meant={(sign) => (/^[1-9]$/u.test(sign) ? field.options[Number(sign) - 1] : undefined)}
    />
  );
}

const points = Array.from({ length: highestScale + 1 }, (_, n) => ({ value: String(n), label: String(n) }));
/** Two digits that follow each other as fast as this, in milliseconds, are one number: ten. */
const tenWithinMs = 1000;

type RowOfPointsProps = Pick<EditorProps, 'text' | 'change' | 'hidden' | 'labelledBy' | 'describedBy'> & {
  readonly low: string;
  readonly high: string;
};

/** From 0 to 10. A digit chooses, and 0 right after 1 makes ten of it. */
export function RowOfPoints({ low, high, text, change, ...rest }: RowOfPointsProps) {
  const lastOne = useRef(Number.NEGATIVE_INFINITY);
  const meant = (sign: string): string | undefined => {
    if (!/^\d$/u.test(sign)) return undefined;
    const now = performance.now();
    const ten = sign === '0' && now - lastOne.current < tenWithinMs;
    lastOne.current = sign === '1' ? now : Number.NEGATIVE_INFINITY;
    return ten ? String(highestScale) : sign;
  };
  return (
    <div className={styles.scale}>
      <Options
        {...rest}
        look="points"
        options={points}
        chosen={text === '' ? [] : [text]}
        several={false}
        onPress={(value) => change(value === text ? '' : value)}
        meant={meant}
      />
      <div className={styles.ends}>
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  );
}

interface PointsProps extends Omit<RowOfPointsProps, 'labelledBy' | 'describedBy'> {
  readonly label: string;
}

/** A question of 0 to 10 that belongs to no exercise's fields. */
export function Points({ label, ...rest }: PointsProps) {
  const id = useId();
  return (
    <div className={styles.asked}>
      <p id={id}>{label}</p>
      <RowOfPoints {...rest} labelledBy={id} />
    </div>
  );
}

function Tally(props: EditorProps<'tally'>) {
  return <Line {...props} inputMode="numeric" className={styles.tally} />;
}

type DateLineProps = Omit<LineProps, 'placeholder' | 'className'> & {
  /** It was just asked for: the keyboard comes to it. */
  readonly isAsked?: boolean;
};

export function DateLine({ text, change, isAsked = false, ...rest }: DateLineProps) {
  const { t } = useTranslation('capture');
  const language = useLanguage();
  const date = text.trim();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.querySelector('input')?.focus();
  }, [isAsked]);
  return (
    <div ref={place} className={styles.date}>
      <Line {...rest} text={text} change={change} placeholder={t('date.form')} className={styles.dateLine} />
      <span className={styles.calendar}>
        <DatePicker label={t('date.pick')} value={date} onPick={change} />
      </span>
      <span className={styles.weekday}>
        {isDate(date) ? (rest.hidden ? '' : dateText(date, language)) : date === '' ? '' : t('date.wrong')}
      </span>
    </div>
  );
}

/** How each kind of answer is typed: a new kind does not compile until it has its entry. */
const editors: { readonly [K in AnswerKind]: Editor<K> } = {
  text: (props) => <Line {...props} />,
  'long-text': (props) => <Lines {...props} />,
  list: (props) => <ListLines {...props} />,
  choice: (props) => <Choice {...props} />,
  scale: ({ field, ...props }) => <RowOfPoints {...props} low={field.low} high={field.high} />,
  tally: (props) => <Tally {...props} />,
  date: ({ field: _, ...props }) => <DateLine {...props} />,
};

/** The editor of a field, typed for any: the table above guarantees the match. */
export function FieldEditor(props: EditorProps) {
  const Editor = editors[props.field.kind] as Editor<AnswerKind>;
  return <Editor {...props} />;
}
