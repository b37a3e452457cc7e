import { z } from 'zod';
import { answerPlaceSchema, answerValueSchema } from '../../couple/answer';
import { charterWriteSchema } from '../../couple/charter/charter-edit-schema';
import { forms, itemKinds, mostCouples, mostShift, statuses } from '../../retreat/retreat-constants';
import {
  agendaItemSchema,
  clockTimeSchema,
  dateSchema,
  minutesSchema,
  nameSchema,
  publicTitleSchema,
} from '../../retreat/retreat-schema';
import { lastSeat } from '../../retreat/seats';
import { idSchema } from '../../room/id-schema';
import { oneLine } from '../../room/one-line';
import { shows } from '../../room/stage';
import { longestTimeoutS } from '../../room/timer-limits';
import { sides } from '../../room/wall';
import { wallCaps } from '../../room/wall-constants';
import { editedDocuments, loneDocuments } from '../state/document-ref';
import { noteCap } from '../state/drafts';
import { settingsPatchSchema } from '../state/settings-schema';
import { answersCommands } from './answers-commands';
import { charterCommands, handedCommands, handOverCommand, recordCommands, swapCommand } from './couple-commands';
import { practiceCommands } from './practice-commands';
import { printJobCommands } from './print-job-commands';
import { printoutCommands } from './printout-commands';
import { takeHomeCommands } from './take-home-commands';

/** How many live actions can be taken back. */
export const mostUndos = 10;

const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const withId = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), id: idSchema });
/** Null turns it over, whichever way it is when the command arrives: a key pressed twice in a hurry means on and off. */
const toggle = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), on: z.boolean().nullable() });

const mostMs = 12 * 60 * 60 * 1000;
const ms = z.number().int().min(-mostMs).max(mostMs);

/** Of a real timeout or a rehearsal: what is too short for a real one is refused with a reason (S16). */
const timeoutMinutesSchema = z
  .number()
  .int()
  .min(1)
  .max(longestTimeoutS / 60);

const freeTimerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('countdown'), minutes: minutesSchema }),
  z.strictObject({ kind: z.literal('count-up') }),
  z.strictObject({ kind: z.literal('until'), clock: clockTimeSchema }),
  z.strictObject({
    kind: z.literal('timeout'),
    minutes: timeoutMinutesSchema,
  }),
]);
export type FreeTimer = z.infer<typeof freeTimerSchema>;

/** As Electron numbers displays. */
const displayIdSchema = z.string().regex(/^-?\d{1,20}$/);

const seatSchema = z.number().int().min(1).max(lastSeat);
/** Without a seat any that is free will do. `was`: the couple of an earlier retreat that they are, whose record goes on. */
const newCoupleSchema = z.strictObject({
  A: nameSchema,
  B: nameSchema,
  seat: seatSchema.nullish(),
  was: idSchema.nullish(),
});

export const documentRefSchema = z.union([
  z.strictObject({ document: z.enum(editedDocuments), id: idSchema }),
  z.strictObject({ document: z.enum(loneDocuments) }),
]);

/** Live commands: they change what is on stage, and the last ones can be undone. */
const liveCommands = [
  withId('day/go'),
  bare('day/next'),
  bare('day/end'),
  z.strictObject({ type: z.literal('drill/project'), exercise: idSchema }),
  z.strictObject({ type: z.literal('drill/timer'), timer: freeTimerSchema, title: publicTitleSchema.nullable() }),
  /** What forward on a clicker means, decided by what is on when it arrives: start the step that is ready, else the next. */
  bare('stage/go-on'),
  /** Start, pause or resume, whichever is next. */
  bare('stage/run'),
  bare('stage/start'),
  bare('stage/pause'),
  bare('stage/resume'),
  z.strictObject({ type: z.literal('stage/adjust'), ms }),
  z.strictObject({ type: z.literal('stage/backdate'), ms: z.number().int().min(1000).max(mostMs) }),
  bare('stage/next'),
  bare('stage/back'),
  bare('stage/restart'),
  z.strictObject({ type: z.literal('stage/jump'), index: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('stage/advance'), advance: z.enum(['auto', 'wait']) }),
  bare('stage/decline-offer'),
  bare('stage/swap'),
  toggle('stage/autopilot'),
  toggle('stage/hold'),
  toggle('stage/blank'),
  toggle('stage/freeze'),
  toggle('stage/help'),
  z.strictObject({
    type: z.literal('stage/message'),
    text: z.string().overwrite(oneLine).max(wallCaps.message).nullable(),
  }),
  z.strictObject({ type: z.literal('stage/show'), show: z.enum(shows) }),
  bare('stage/end'),
] as const;

/** What is typed, sent letter by letter. */
const typedCommands = [
  /** A field's text before anything is done with it; null once that is done, or given up. */
  z.strictObject({
    type: z.literal('draft/keep'),
    of: documentRefSchema,
    field: z.string().regex(/^[A-Za-z0-9/-]{1,250}$/),
    text: z.string().max(noteCap).nullable(),
  }),
  /** Null and what says nothing empty the answer. */
  z.strictObject({
    type: z.literal('record/answer'),
    id: idSchema,
    ...answerPlaceSchema.shape,
    value: answerValueSchema.nullable(),
  }),
  /** The same, written by the partner who has the laptop: whose it is and of which exercise, the session knows. */
  z.strictObject({ type: z.literal('handover/answer'), field: idSchema, value: answerValueSchema.nullable() }),
  charterWriteSchema,
] as const;

const otherCommands = [
  handOverCommand,
  swapCommand,
  /** Takes back so many of the last live actions, all at once: no picture in between is shown. */
  z.strictObject({ type: z.literal('stage/undo'), actions: z.number().int().min(1).max(mostUndos) }),
  /** Looks at an item or a step before it is put up; null looks away. */
  z.strictObject({
    type: z.literal('console/choose'),
    choice: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('item'), id: idSchema }),
        z.strictObject({ kind: z.literal('step'), index: z.number().int().nonnegative() }),
      ])
      .nullable(),
  }),
  /** After a sleep: count the time away as run, or go on where it was. */
  z.strictObject({ type: z.literal('stage/answer-away'), count: z.boolean() }),
  bare('stage/unveil'),
  z.strictObject({
    type: z.literal('retreat/create'),
    program: idSchema,
    title: publicTitleSchema,
    date: dateSchema,
    couples: z.array(newCoupleSchema).max(mostCouples),
  }),
  bare('retreat/demo'),
  withId('retreat/open'),
  bare('retreat/close'),
  z.strictObject({ type: z.literal('retreat/rename'), title: publicTitleSchema }),
  /** Its couples go with it, but for those that are in another retreat as well; or none of them, where they are to be kept. */
  z.strictObject({ type: z.literal('retreat/delete'), id: idSchema, keepCouples: z.boolean().optional() }),
  z.strictObject({ type: z.literal('roster/add'), couples: z.array(newCoupleSchema).min(1).max(mostCouples) }),
  z.strictObject({ type: z.literal('roster/rename'), id: idSchema, side: z.enum(sides), name: nameSchema }),
  z.strictObject({ type: z.literal('roster/seat'), id: idSchema, seat: seatSchema }),
  withId('roster/remove'),
  /** They are not the couple of an earlier retreat whose record they went on with: they become one of their own. */
  withId('roster/part'),
  /** Two who sat down as new are a couple that was here before, and go on with its record. */
  z.strictObject({ type: z.literal('roster/join'), id: idSchema, was: idSchema }),
  /** Everyone who was late has come, and both partners are there. How a couple takes part, and who left, stays. */
  bare('roster/all-here'),
  /** Who is there, couple by couple: it takes back that everyone was said to be here. */
  z.strictObject({
    type: z.literal('roster/attendance'),
    couples: z
      .array(z.strictObject({ id: idSchema, status: z.enum(statuses), A: z.boolean(), B: z.boolean() }))
      .min(1)
      .max(mostCouples),
  }),
  z.strictObject({
    type: z.literal('couple/status'),
    id: idSchema,
    status: z.enum(statuses),
    /** The day on which it left, where that is not the current one. */
    leftOn: idSchema.optional(),
  }),
  z.strictObject({ type: z.literal('couple/note'), id: idSchema, text: z.string().max(noteCap) }),
  z.strictObject({ type: z.literal('couple/presence'), id: idSchema, side: z.enum(sides), present: z.boolean() }),
  /** A private timeout begins. Nobody says who called it (S17). */
  z.strictObject({ type: z.literal('couple/timeout'), id: idSchema, minutes: timeoutMinutesSchema }),
  z.strictObject({ type: z.literal('couple/timeout-extend'), id: idSchema, minutes: timeoutMinutesSchema }),
  /** They are back. */
  withId('couple/timeout-end'),
  withId('day/open'),
  z.strictObject({
    type: z.literal('day/insert'),
    after: idSchema.nullable(),
    kind: z.enum(itemKinds),
    ref: idSchema.nullable(),
    title: publicTitleSchema.nullable(),
    minutes: minutesSchema,
  }),
  z.strictObject({
    type: z.literal('day/restore'),
    day: idSchema,
    index: z.number().int().nonnegative(),
    item: agendaItemSchema,
  }),
  withId('day/remove'),
  z.strictObject({ type: z.literal('day/move'), id: idSchema, to: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('day/skip'), id: idSchema, skipped: z.boolean() }),
  z.strictObject({
    type: z.literal('day/shift'),
    id: idSchema,
    minutes: z.number().int().min(-mostShift).max(mostShift),
  }),
  z.strictObject({ type: z.literal('day/minutes'), id: idSchema, minutes: minutesSchema }),
  z.strictObject({ type: z.literal('day/form'), id: idSchema, form: z.enum(forms) }),
  z.strictObject({ type: z.literal('day/title'), id: idSchema, title: publicTitleSchema.nullable() }),
  z.strictObject({ type: z.literal('day/starts'), id: idSchema, starts: z.enum(sides) }),
  z.strictObject({ type: z.literal('day/date'), id: idSchema, date: dateSchema, start: clockTimeSchema }),
  /** Takes back the newest edit of the retreat, or of a couple's documents; the other makes it again. */
  z.strictObject({ type: z.literal('edit/undo'), couple: idSchema.nullable() }),
  z.strictObject({ type: z.literal('edit/redo'), couple: idSchema.nullable() }),
  z.strictObject({ type: z.literal('room/open'), displayId: displayIdSchema.nullable(), windowed: z.boolean() }),
  bare('room/close'),
  bare('room/identify'),
  z.strictObject({ type: z.literal('settings/change'), patch: settingsPatchSchema }),
  bare('recovery/go-on'),
  bare('recovery/dismiss'),
  bare('notice/dismiss'),
  toggle('console/discreet'),
] as const;

export const liveCommandSchema = z.discriminatedUnion('type', liveCommands);
export const commandSchema = z.discriminatedUnion('type', [
  ...liveCommands,
  ...typedCommands,
  ...recordCommands,
  ...handedCommands,
  ...charterCommands,
  ...practiceCommands,
  ...takeHomeCommands,
  ...answersCommands,
  ...printoutCommands,
  ...printJobCommands,
  ...otherCommands,
]);

/** Everything a facilitator can ask for, as it comes through the door. */
export type Command = z.infer<typeof commandSchema>;
export type LiveCommand = z.infer<typeof liveCommandSchema>;
export type CommandType = Command['type'];
/** Keys that mean one of several live commands: what they meant is what is named and taken back. */
const severalMeanings = ['stage/go-on', 'stage/run'] as const;
export type UndoneType = Exclude<LiveCommand['type'], (typeof severalMeanings)[number]>;

const liveTypes: ReadonlySet<string> = new Set(liveCommands.map((schema) => schema.shape.type.value));
export const undoneTypes = [...liveTypes].filter(
  (type) => !severalMeanings.some((one) => one === type),
) as UndoneType[];
export const isLive = (command: Command): command is LiveCommand => liveTypes.has(command.type);

const typedTypes: ReadonlySet<unknown> = new Set(typedCommands.map((schema) => schema.shape.type.value));
/** Whether it says it is something typed, before anything else of it is checked. */
export const isTyped = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'type' in raw && typedTypes.has(raw.type);

export const commandTypes: readonly CommandType[] = [
  ...liveCommands,
  ...typedCommands,
  ...recordCommands,
  ...handedCommands,
  ...charterCommands,
  ...practiceCommands,
  ...takeHomeCommands,
  ...answersCommands,
  ...printoutCommands,
  ...printJobCommands,
  ...otherCommands,
].map((schema) => schema.shape.type.value);

/** What only the page a partner holds may ask. */
export const handedTypes: ReadonlySet<CommandType> = new Set([
  'handover/answer',
  ...handedCommands.map((schema) => schema.shape.type.value),
] as const);
