import { cutTo, oneLine, typedLine, typedLines } from '../../room/one-line';
import { type Side, sides } from '../../room/wall';
import { answerCaps } from '../answer-caps';
import type { Entry } from '../entry';
import { type CarriedBy, saying } from './clause';
import { type FieldEditor, mostMinutes } from './clause-fields';
import { type ClauseKindName, fieldsOf, type Saying } from './clause-kinds';

/** What stands in the fields of an editor, each as one text, by the key of its slot: half a word, an empty line and no number at all too. */
export type Texts = Readonly<Record<string, string>>;

/** What is being written, as it was typed. */
export interface Written {
  readonly kind: ClauseKindName;
  readonly texts: Texts;
  readonly carriedBy: CarriedBy;
}

/** A wording that is being written and not yet one: of a clause that is there, or of a new one. It is on the disk like any other word. */
export interface Writing extends Entry, Written {
  /** The clause it is to be a wording of; null for a new one, which then takes this entry's id. */
  readonly clause: string | null;
}

/** One text to be typed: a field, or what of it is asked of one partner. */
export interface Slot {
  readonly key: string;
  readonly field: string;
  readonly side: Side | null;
  readonly editor: FieldEditor;
  readonly optional: boolean;
}

/** What is typed into a clause of a kind, in the order it is asked for. */
export const slotsOf = (kind: ClauseKindName): readonly Slot[] =>
  Object.entries(fieldsOf(kind)).flatMap(([field, { editor, optional }]): Slot[] =>
    'each' in editor && editor.each
      ? sides.map((side) => ({ key: `${field}-${side}`, field, side, editor, optional }))
      : [{ key: field, field, side: null, editor, optional }],
  );

/** How what an editor is for is typed. */
interface TextForm<E extends FieldEditor, V> {
  readonly clean: (text: string, editor: E) => string;
  readonly read: (text: string, editor: E) => V;
  readonly write: (value: V) => string;
}
type Of<K extends FieldEditor['kind']> = Extract<FieldEditor, { kind: K }>;
type TextForms = {
  readonly text: TextForm<Of<'text'>, string>;
  readonly list: TextForm<Of<'list'>, readonly string[]>;
  readonly minutes: TextForm<Of<'minutes'>, number>;
  readonly choice: TextForm<Of<'choice'>, string>;
  readonly clause: TextForm<Of<'clause'>, string | null>;
};

const between = '\n';
const mostDigits = String(mostMinutes).length;
/** Every field but those that hold words. */
export const shortText = 64;

const textForms: TextForms = {
  text: {
    clean: (text, { long }) =>
      long ? cutTo(typedLines(text), answerCaps['long-text']) : cutTo(typedLine(text), answerCaps.text),
    read: (text, { long }) => cutTo(oneLine(text), answerCaps[long ? 'long-text' : 'text']),
    write: (words) => words,
  },
  list: {
    clean: (text) =>
      typedLines(text)
        .split(between)
        .slice(0, answerCaps.lines)
        .map((line) => cutTo(line, answerCaps.line))
        .join(between),
    read: (text) =>
      text
        .split(between)
        .map((line) => cutTo(oneLine(line), answerCaps.line))
        .filter((line) => line !== '')
        .slice(0, answerCaps.lines),
    write: (lines) => lines.join(between),
  },
  minutes: {
    clean: (text) => text.replace(/\D/gu, '').slice(0, mostDigits),
    // None are too few, whatever the kind: it says so.
    read: (text) => Math.min(mostMinutes, Number(text.replace(/\D/gu, '').slice(0, mostDigits))),
    write: (count) => String(count),
  },
  choice: {
    clean: (text) => cutTo(typedLine(text), shortText),
    read: (text, { options }) => options.find((option) => option === text) ?? options[0],
    write: (option) => option,
  },
  clause: {
    clean: (text) => text,
    read: (text) => (text === '' ? null : text),
    write: (id) => id ?? '',
  },
};

/** How it is typed, typed for any: the table above guarantees the match. */
const formOf = ({ kind }: FieldEditor): TextForm<FieldEditor, unknown> =>
  textForms[kind] as unknown as TextForm<FieldEditor, unknown>;

/** What a slot takes of what was typed. */
export const cleanSlot = ({ editor }: Slot, text: string): string => formOf(editor).clean(text, editor);

/** The most that is typed into all fields of a clause together, in UTF-16 units: they are sent in one message, which holds only so much. */
export const mostTyped = 80_000;

/** What is being written with other text in one of its slots. */
export function withTyped(written: Written, slot: Slot, text: string): Written {
  const { [slot.key]: _, ...others } = written.texts;
  const room = mostTyped - Object.values(others).reduce((sum, other) => sum + other.length, 0);
  return { ...written, texts: { ...written.texts, [slot.key]: cutTo(cleanSlot(slot, text), Math.max(0, room)) } };
}

const valueAt = (content: Saying['content'], { field, side }: Slot): unknown => {
  const value = (content as Readonly<Record<string, unknown>>)[field];
  return side === null ? value : (value as Readonly<Record<Side, unknown>>)[side];
};

/** What is said, as it stands in the fields of an editor. */
export const textsOf = ({ kind, content }: Saying): Texts =>
  Object.fromEntries(slotsOf(kind).map((slot) => [slot.key, formOf(slot.editor).write(valueAt(content, slot))]));

/** Nothing written, as the fields of an editor begin. */
export const blankTexts = (kind: ClauseKindName): Texts =>
  Object.fromEntries(
    slotsOf(kind).map((slot) => {
      const { blank } = fieldsOf(kind)[slot.field] ?? {};
      const value = slot.side === null ? blank : (blank as Readonly<Record<Side, unknown>>)[slot.side];
      return [slot.key, formOf(slot.editor).write(value)];
    }),
  );

/** What the fields of an editor say, as it would be kept. */
export function sayingIn({ kind, texts }: Pick<Written, 'kind' | 'texts'>): Saying {
  const content: Record<string, unknown> = {};
  for (const { key, field, side, editor } of slotsOf(kind)) {
    const value = formOf(editor).read(texts[key] ?? '', editor);
    content[field] = side === null ? value : { ...(content[field] as object | undefined), [side]: value };
  }
  return saying(kind, content as unknown as Saying['content']);
}

/** Somebody has written something in it, beside what is chosen from a list. */
export const holdsWords = ({ kind, texts }: Pick<Written, 'kind' | 'texts'>): boolean =>
  slotsOf(kind).some(
    ({ key, editor }) => (editor.kind === 'text' || editor.kind === 'list') && oneLine(texts[key] ?? '') !== '',
  );
