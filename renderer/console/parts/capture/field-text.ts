import type { AnswerValue } from '../../../../shared/couple/answer';
import { answerCaps, highestScale } from '../../../../shared/couple/answer-caps';
import type { CaptureField } from '../../../../shared/exercise/fields';
import { cutTo, typedLine, typedLines } from '../../../../shared/room/one-line';
import { isDate } from '../../kit/dates';

export type AnswerKind = AnswerValue['kind'];
export type AnswerField = Extract<CaptureField, { kind: AnswerKind }>;

/** How an answer of a kind is typed. `read` gives undefined for what says nothing yet ("2026-1"), and null for nothing at all. */
interface TextForm<V> {
  readonly clean: (text: string) => string;
  readonly read: (text: string) => V | null | undefined;
  readonly write: (value: V) => string;
}
type TextForms = { readonly [K in AnswerKind]: TextForm<Extract<AnswerValue, { kind: K }>> };

/** A choice of several words is kept apart by an end of line, which no option has. */
const between = '\n';

/** All its lines together hold no more than a long text: what is typed is sent in one message, which may hold only so much. */
const listClean = (text: string): string =>
  cutTo(typedLines(text), answerCaps['long-text'])
    .split(between)
    .slice(0, answerCaps.lines)
    .map((line) => cutTo(line, answerCaps.line))
    .join(between);

/** A whole number of so many digits at most. */
const digits = (text: string, most: number): string => text.replace(/\D/gu, '').slice(0, String(most).length);
const numberIn = (text: string, most: number): number | null | undefined => {
  if (text === '') return null;
  const number = Number(text);
  return number <= most ? number : undefined;
};

/** Every answer is typed as one text, whatever it is made of: what is on its way to the main process is one text as well. */
export const textForms: TextForms = {
  text: {
    clean: (text) => cutTo(typedLine(text), answerCaps.text),
    read: (text) => ({ kind: 'text', text }),
    write: ({ text }) => text,
  },
  'long-text': {
    clean: (text) => cutTo(typedLines(text), answerCaps['long-text']),
    read: (text) => ({ kind: 'long-text', text }),
    write: ({ text }) => text,
  },
  list: {
    clean: listClean,
    read: (text) => ({ kind: 'list', lines: text.split(between) }),
    write: ({ lines }) => lines.join(between),
  },
  choice: {
    clean: (text) => text,
    read: (text) => (text === '' ? null : { kind: 'choice', chosen: text.split(between) }),
    write: ({ chosen }) => chosen.join(between),
  },
  date: {
    clean: (text) => cutTo(typedLine(text), 32),
    read: (text) => (text.trim() === '' ? null : isDate(text.trim()) ? { kind: 'date', date: text.trim() } : undefined),
    write: ({ date }) => date,
  },
  tally: {
    clean: (text) => digits(text, answerCaps.tally),
    read: (text) => {
      const count = numberIn(text, answerCaps.tally);
      return typeof count === 'number' ? { kind: 'tally', count } : count;
    },
    write: ({ count }) => String(count),
  },
  scale: {
    clean: (text) => digits(text, highestScale),
    read: (text) => {
      const points = numberIn(text, highestScale);
      return typeof points === 'number' ? { kind: 'scale', points } : points;
    },
    write: ({ points }) => String(points),
  },
};

const formOf = (kind: AnswerKind): TextForm<AnswerValue> => textForms[kind] as unknown as TextForm<AnswerValue>;

/** The text an answer stands in its field as. */
export const textOf = (value: AnswerValue | null): string => (value === null ? '' : formOf(value.kind).write(value));

/** What a field of this kind takes of what was typed. */
export const cleanText = (kind: AnswerKind, text: string): string => formOf(kind).clean(text);

/** The answer a text says; null for none, undefined while it says none yet. */
export const answerIn = (kind: AnswerKind, text: string): AnswerValue | null | undefined => formOf(kind).read(text);

export const chosenIn = (text: string): readonly string[] => (text === '' ? [] : text.split(between));

/** The text of a choice once an option was pressed: of one that takes a single option the last counts, and pressed again none. */
export function withChoice(text: string, option: string, several: boolean): string {
  const chosen = chosenIn(text);
  if (chosen.includes(option)) return chosen.filter((one) => one !== option).join(between);
  return several ? [...chosen, option].join(between) : option;
}
