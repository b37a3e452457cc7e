import { z } from 'zod';
import { retreatSchema } from '../../retreat/retreat-schema';
import { roomViewSchema } from '../../room/room-view-schema';
import { commandTypes, documentRefSchema, undoneTypes } from '../commands/commands';
import { liveDocumentSchema } from '../documents/documents';
import { noticeCodes } from '../protocol/notice-code';
import { listedLineSchema, settingsSchema } from '../state/settings-schema';
import { answersBackSchema } from './answers-view';
import { charterViewSchema } from './charter-view';
import type { ConsoleView } from './console-view';
import { openPracticeViewSchema } from './practice-view';
import { printJobViewSchema } from './print-job-view';
import { printoutsViewSchema } from './printouts-view';
import { recordViewSchema, sheetViewSchema } from './record-view';
import { takeHomeViewSchema } from './take-home-view';

const text = z.string();
const count = z.number().int().nonnegative();

const retreatLineSchema = z.strictObject({
  id: text,
  title: text,
  program: text,
  firstDate: text,
  lastDate: text,
  couples: count,
  shared: count,
  touchedAt: z.number(),
  demo: z.boolean(),
});

const displaySchema = z.strictObject({
  id: text,
  label: text,
  width: z.number(),
  height: z.number(),
  scaleFactor: z.number(),
  internal: z.boolean(),
  primary: z.boolean(),
  console: z.boolean(),
  meetsConsole: z.boolean(),
});

const screensSchema = z.strictObject({
  displays: z.array(displaySchema),
  room: z.strictObject({
    state: z.enum(['closed', 'window', 'full', 'lost', 'down']),
    displayId: text.nullable(),
    width: z.number(),
    height: z.number(),
  }),
  wanted: z.strictObject({ open: z.boolean(), displayId: text.nullable(), windowed: z.boolean() }),
  identify: count,
  mirrored: z.enum(['no', 'maybe', 'yes']),
  pictureCovered: z.boolean(),
});

const savingSchema = z.strictObject({
  state: z.enum(['saved', 'saving', 'not-saved']),
  reason: text.nullable(),
  folder: text,
  absent: z.strictObject({ why: z.enum(['missing', 'in-use', 'refused', 'unread']), machine: text }).nullable(),
  moving: z.strictObject({ done: count, of: count }).nullable(),
});

const recoverySchema = z.strictObject({
  retreat: z.strictObject({ id: text, title: text }).nullable(),
  title: text,
  step: text.nullable(),
  remainingMs: z.number().nullable(),
  lastSeen: z.number(),
});

const noticeSchema = z.strictObject({
  id: count,
  code: z.enum([...noticeCodes, 'refused']),
  values: z.record(text, z.union([text, z.number()])),
});

const choiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), id: text }),
  z.strictObject({ kind: z.literal('step'), index: count }),
]);

/**
 * What may leave for the console, slice by slice and key by key: what a slice has more than this was never meant for it, and it is not
 * sent. Words that only the console shows have no cap here; what is saved or shown to the room has that of its own schema.
 */
export const consoleViewSchemas: { readonly [K in keyof ConsoleView]: z.ZodType<ConsoleView[K]> } = {
  settings: settingsSchema,
  shelf: z.array(retreatLineSchema),
  couplesDue: count,
  retreat: retreatSchema.nullable(),
  notes: z.record(text, text),
  unsavedNotes: z.array(text),
  sheets: z.record(text, sheetViewSchema),
  records: z.record(text, recordViewSchema),
  unsavedRecords: z.array(text),
  coupleEdits: z.record(
    text,
    z.strictObject({ undo: z.enum(commandTypes).nullable(), redo: z.enum(commandTypes).nullable() }),
  ),
  charters: z.record(text, charterViewSchema),
  unsavedCharters: z.array(text),
  practices: z.record(text, openPracticeViewSchema),
  unsavedPractices: z.array(text),
  drafts: z.record(text, z.strictObject({ of: documentRefSchema, field: text, text })),
  live: liveDocumentSchema.shape.live,
  undos: z.array(z.strictObject({ type: z.enum(undoneTypes), backTo: text.nullable() })),
  planUndo: z.enum(commandTypes).nullable(),
  screens: screensSchema,
  discreet: z.boolean(),
  exposure: z.enum(['mirrored', 'maybe-mirrored', 'on-room-display']).nullable(),
  saving: savingSchema,
  recovery: recoverySchema.nullable(),
  notice: noticeSchema.nullable(),
  hasPin: z.boolean(),
  room: roomViewSchema,
  upNext: roomViewSchema.nullable(),
  chosen: z.strictObject({ choice: choiceSchema, title: text, view: roomViewSchema }).nullable(),
  helpLines: z.array(listedLineSchema),
  takeHome: takeHomeViewSchema,
  answersBack: answersBackSchema,
  printouts: printoutsViewSchema,
  printJob: printJobViewSchema.nullable(),
};
