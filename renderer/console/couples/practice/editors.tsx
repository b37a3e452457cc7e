import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { highestScale } from '../../../../shared/couple/answer-caps';
import type { PracticeEditor } from '../../../../shared/couple/practice/practice-fields';
import { places } from '../../../../shared/couple/practice/practice-kinds';
import { FieldEditor, RowOfPoints } from '../../parts/capture/editors';
import { type AnswerKind, answerIn, cleanText, textOf } from '../../parts/capture/field-text';
import { Options } from '../../parts/capture/options';
import { BodyFigure } from './body-figure';
import styles from './practice-form.module.css';

type EditorKind = PracticeEditor['kind'];

/** What a field of a kind holds. */
interface ValueOf {
  readonly text: string;
  readonly choice: string | null;
  readonly choices: readonly string[];
  readonly 'yes-no': boolean;
  readonly count: number;
  readonly score: number | null;
  readonly date: string | null;
}
export type PracticeValue = ValueOf[EditorKind];

interface EditorProps<K extends EditorKind = EditorKind> {
  readonly editor: Extract<PracticeEditor, { kind: K }>;
  readonly value: ValueOf[K];
  readonly change: (value: ValueOf[K]) => void;
  /** What was typed that says nothing yet ("2026-1"); null where there is none. */
  readonly half: string | null;
  readonly changeHalf: (half: string) => void;
  /** What it holds is not to be read. */
  readonly hidden: boolean;
  /** Id of the question. */
  readonly labelledBy: string;
}
type Editor<K extends EditorKind> = (props: EditorProps<K>) => ReactNode;

type Typed = Extract<AnswerKind, 'text' | 'long-text' | 'tally' | 'date'>;

interface TypedProps<V> extends Pick<EditorProps, 'half' | 'changeHalf' | 'hidden' | 'labelledBy'> {
  readonly as: Typed;
  /** What the field says, as a text. */
  readonly stored: string;
  /** What a text says; undefined while it says nothing yet, and is kept as it is typed. */
  readonly read: (text: string) => V | undefined;
  readonly change: (value: V) => void;
}

/** A field that is typed as one text, as in the form in Run. */
function TypedField<V>({ as, stored, read, change, half, changeHalf, ...rest }: TypedProps<V>) {
  return (
    <FieldEditor
      {...rest}
      field={{ kind: as, id: as, whose: 'each', label: '', optional: true }}
      text={half ?? stored}
      change={(typed) => {
        const text = cleanText(as, typed);
        const value = read(text);
        if (value === undefined) changeHalf(text);
        else change(value);
      }}
    />
  );
}

const textField: Editor<'text'> = ({ editor, value, ...rest }) => (
  <TypedField {...rest} as={editor.long ? 'long-text' : 'text'} stored={value} read={(text) => text} />
);

const dateField: Editor<'date'> = ({ editor: _, value, ...rest }) => (
  <TypedField
    {...rest}
    as="date"
    stored={value ?? ''}
    read={(text) => {
      const said = answerIn('date', text);
      if (said === null) return null;
      return said?.kind === 'date' ? said.date : undefined;
    }}
  />
);

const countField: Editor<'count'> = ({ editor: _, value, ...rest }) => (
  <TypedField
    {...rest}
    as="tally"
    stored={value === 0 ? '' : textOf({ kind: 'tally', count: value })}
    read={(text) => {
      const said = answerIn('tally', text);
      if (said === null) return 0;
      return said?.kind === 'tally' ? said.count : undefined;
    }}
  />
);

/** Our own items by their points; a scale of somebody else's by its number. */
function ScoreField({ editor: { most }, value, change, half, changeHalf, ...rest }: EditorProps<'score'>) {
  const { t } = useTranslation('couples');
  if (most === null)
    return (
      <TypedField
        {...rest}
        {...{ half, changeHalf, change }}
        as="text"
        stored={value === null ? '' : String(value)}
        read={numberIn}
      />
    );
  return (
    <RowOfPoints
      {...rest}
      low={t('practice.form.low')}
      high={t('practice.form.high')}
      text={value === null ? '' : String(value)}
      change={(text) => change(text === '' ? null : Math.min(Number(text), highestScale))}
    />
  );
}

/** A number as it is typed, with a comma or a point; null for none, undefined for half of one. */
export function numberIn(text: string): number | null | undefined {
  const said = text.trim().replace(',', '.');
  if (said === '') return null;
  return /^-?\d+(\.\d+)?$/u.test(said) ? Number(said) : undefined;
}

interface ChoiceProps extends Pick<EditorProps, 'hidden' | 'labelledBy'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly several?: boolean;
  readonly onPress: (value: string) => void;
}

/** Options to press; a digit chooses by their place. */
export function Choice({ options, chosen, several = false, onPress, hidden, labelledBy }: ChoiceProps) {
  return (
    <Options
      look="words"
      hidden={hidden}
      labelledBy={labelledBy}
      options={options}
      chosen={chosen}
      several={several}
      onPress={onPress}
      meant={(sign) => (/^[1-9]$/u.test(sign) ? options[Number(sign) - 1]?.value : undefined)}
    />
  );
}

/** What options are called. */
function useOptions(options: readonly string[]) {
  const { t } = useTranslation('practice');
  return options.map((value) => ({ value, label: t(`options.${value}` as 'options.other') }));
}

function ChoiceField({ editor, value, change, hidden, labelledBy }: EditorProps<'choice'>) {
  const options = useOptions(editor.options);
  return (
    <Choice
      {...{ hidden, labelledBy }}
      options={options}
      chosen={value === null ? [] : [value]}
      onPress={(option) => change(option === value && editor.open ? null : option)}
    />
  );
}

function ChoicesField({ editor, value, change, hidden, labelledBy }: EditorProps<'choices'>) {
  const options = useOptions(editor.options);
  const press = (option: string): void =>
    change(editor.options.filter((one) => (one === option) !== value.includes(one)));
  const list = <Choice {...{ hidden, labelledBy, options }} chosen={value} several onPress={press} />;
  if (editor.options !== places) return list;
  return (
    <div className={styles.body}>
      <BodyFigure chosen={value} onPress={press} hidden={hidden} />
      {list}
    </div>
  );
}

function YesNoField({ value, change, hidden, labelledBy }: EditorProps<'yes-no'>) {
  const { t } = useTranslation('couples');
  const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: t(`practice.form.${one}`) }));
  return (
    <Choice
      {...{ hidden, labelledBy, options }}
      chosen={[value ? 'yes' : 'no']}
      onPress={(one) => change(one === 'yes')}
    />
  );
}

/** How each kind of field is filled in: a new kind does not compile until it has its entry. */
const editors: { readonly [K in EditorKind]: Editor<K> } = {
  text: textField,
  choice: (props) => <ChoiceField {...props} />,
  choices: (props) => <ChoicesField {...props} />,
  'yes-no': (props) => <YesNoField {...props} />,
  count: countField,
  score: (props) => <ScoreField {...props} />,
  date: dateField,
};

/** The editor of a field, typed for any: the table above guarantees the match. */
export function PracticeFieldEditor(props: EditorProps) {
  const Editor = editors[props.editor.kind] as unknown as Editor<EditorKind>;
  return <Editor {...props} />;
}
