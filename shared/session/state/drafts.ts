import type { AnswerPlace } from '../../couple/answer';
import { helpCaps, wallCaps } from '../../room/wall-constants';
import type { DocumentRef, EditedDocument } from './document-ref';

/** The most a note about a couple holds, in UTF-16 units. */
export const noteCap = 20_000;

/** What is typed into a field and not yet done. */
export interface Draft {
  readonly of: DocumentRef;
  readonly field: string;
  readonly text: string;
}

/** By `draftKey`. They outlive the console's page, and are never on the disk. */
export type Drafts = Readonly<Record<string, Draft>>;

/** Names a field among all there are, by ids and names alone: "retreat/<id>/title". */
export const draftKey = (of: DocumentRef, field: string): string =>
  'id' in of ? `${of.document}/${of.id}/${field}` : `${of.document}/${field}`;

/** Names an answer among all of a record, so that what is half typed of it ("2026-1") is kept beside it. */
export const answerField = ({ retreat, exercise, field, owner }: AnswerPlace): string =>
  [retreat, exercise, field, owner].join('/');

/** Fields of forms, whose text is acted on by a button: what they are of, and the most each holds, in UTF-16 units. */
export const formFields = {
  message: { of: 'live', most: wallCaps.message },
  'timer-title': { of: 'live', most: wallCaps.title },
  'timer-clock': { of: 'live', most: 32 },
  /** Somewhat more than a title holds, so that one that is too long is told so and not cut. */
  'start-title': { of: 'new-retreat', most: 2 * wallCaps.title },
  'start-program': { of: 'new-retreat', most: 64 },
  'start-date': { of: 'new-retreat', most: 32 },
  'start-couples': { of: 'new-retreat', most: 20_000 },
  /** What was put right in the couples as they were read, by their lines. */
  'start-corrections': { of: 'new-retreat', most: 20_000 },
  'start-count': { of: 'new-retreat', most: 8 },
  'add-couples': { of: 'retreat', most: 20_000 },
  'add-corrections': { of: 'retreat', most: 20_000 },
  'insert-title': { of: 'retreat', most: wallCaps.title },
  'help-name': { of: 'settings', most: helpCaps.name },
  'help-number': { of: 'settings', most: helpCaps.number },
  'help-note': { of: 'settings', most: helpCaps.note },
} as const;
export type FormField = keyof typeof formFields;

/** What a field of a form is of, while this retreat is open or none. */
export function formOf(field: FormField, retreat: string | null): DocumentRef {
  const { of } = formFields[field];
  return of === 'retreat' ? { document: of, id: retreat ?? 'none' } : { document: of };
}

const draftsWhere = (drafts: Drafts, stays: (draft: Draft) => boolean): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([, draft]) => stays(draft)));

/** Without the drafts of a document or a couple: those of it, and those whose field names it. */
export const withoutDraftsOf = (drafts: Drafts, id: string): Drafts =>
  draftsWhere(drafts, ({ of, field }) => !('id' in of && of.id === id) && !field.split('/').includes(id));

/** Without what was typed of this document. */
export const withoutDraftsIn = (drafts: Drafts, { document, id }: EditedDocument): Drafts =>
  draftsWhere(drafts, ({ of }) => !('id' in of && of.document === document && of.id === id));

const words: readonly DocumentRef['document'][] = ['record', 'charter', 'practice'];

/** Without what was half typed of a couple's words, whosever they were to be; the facilitator's own note stays. */
export const withoutWordsOf = (drafts: Drafts, id: string): Drafts =>
  draftsWhere(drafts, ({ of }) => !('id' in of && of.id === id && words.includes(of.document)));

/** Without what was half typed of a couple's answers in an exercise: its sheet was another couple's. */
export const withoutSheet = (drafts: Drafts, id: string, retreat: string, exercise: string): Drafts =>
  draftsWhere(
    drafts,
    ({ of, field }) => !(of.document === 'record' && of.id === id && field.startsWith(`${retreat}/${exercise}/`)),
  );

/** Without what was half typed of this answer: something is said there. */
export function withoutHalf(drafts: Drafts, couple: string, place: AnswerPlace): Drafts {
  const { [draftKey({ document: 'record', id: couple }, answerField(place))]: half, ...others } = drafts;
  return half === undefined ? drafts : others;
}

/** Without what is typed into fields that name a couple, as its names do; its own documents' stay. */
export const withoutFieldsOf = (drafts: Drafts, id: string): Drafts =>
  draftsWhere(drafts, ({ field }) => !field.split('/').includes(id));

/** Without what was typed into fields of forms, which is done. */
export const withoutForm = (drafts: Drafts, ...fields: readonly FormField[]): Drafts =>
  draftsWhere(drafts, ({ field }) => !(fields as readonly string[]).includes(field));

/** Whether a draft is saved by itself once no key follows it; any other waits until a person does something with it. */
export const savesItself = ({ of }: Draft): boolean => of.document === 'note';
