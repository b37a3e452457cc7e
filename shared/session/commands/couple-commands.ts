import { z } from 'zod';
import { owners, readers } from '../../couple/answer';
import { charterEditSchemas } from '../../couple/charter/charter-edit-schema';
import { sixTests } from '../../couple/charter/clause';
import { deletables, marks } from '../../couple/record';
import { ownFormNames } from '../../couple/summary/own-forms';
import { papers } from '../../couple/summary/version';
import { scopes } from '../../exercise/fields';
import { mostCouples } from '../../retreat/retreat-constants';
import { dateSchema } from '../../retreat/retreat-schema';
import { idSchema } from '../../room/id-schema';
import { sides } from '../../room/wall';
import { swaps } from '../documents/underway';

/** How many couples' records the console has open in full at once. */
const mostRecordsWhole = 40;

/** A printer as the system names it: at most 300 units on one line, as it reads. */
const printerSchema = z
  .string()
  .min(1)
  .max(300)
  .refine((name) => !/[\p{C}\u2028\u2029]/u.test(name));

/** A couple's record; `id` is the couple's. */
export const recordCommands = [
  /** What the console shows: of `sheets` only consents and how each exercise stands, of `whole` all that the facilitator may know. */
  z.strictObject({
    type: z.literal('records/show'),
    sheets: z.array(idSchema).max(mostCouples),
    whole: z.array(idSchema).max(mostRecordsWhole),
  }),
  z.strictObject({
    type: z.literal('record/consent'),
    id: idSchema,
    retreat: idSchema,
    side: z.enum(sides),
    scope: z.enum(scopes),
    given: z.boolean(),
  }),
  /** How an exercise went for the couple, or null where nothing is to be said. No reason is asked for (S14). */
  z.strictObject({
    type: z.literal('record/mark'),
    id: idSchema,
    retreat: idSchema,
    exercise: idSchema,
    mark: z.enum(marks).nullable(),
  }),
  /** Its owner was asked on that day, and lets these read it (S9). */
  z.strictObject({
    type: z.literal('record/reader'),
    id: idSchema,
    answer: idSchema,
    reader: z.enum(readers),
    on: dateSchema,
  }),
  /** What was written of an exercise at this retreat, all of it or one owner's, was another couple's: it goes to that one. */
  z.strictObject({
    type: z.literal('record/move'),
    id: idSchema,
    to: idSchema,
    retreat: idSchema,
    exercise: idSchema,
    owner: z.enum(owners).optional(),
  }),
  /** Out of the list of all couples, or back in it: nothing else changes. */
  z.strictObject({ type: z.literal('record/archive'), id: idSchema, archived: z.boolean() }),
  /** All there is about a couple is deleted, its place on every roster included, of retreats that are not open as well (S12). */
  z.strictObject({ type: z.literal('couple/delete'), id: idSchema }),
  /** A partner's own words are deleted, or the joint ones, or the measures of either alone, from every older copy as well (S8). */
  z.strictObject({
    type: z.literal('record/delete'),
    id: idSchema,
    owner: z.enum([...sides, 'joint']),
    what: z.enum(deletables),
  }),
] as const;

/** A and B change places: their names alone, or all that is theirs with them. */
export const swapCommand = z.strictObject({ type: z.literal('couple/swap'), id: idSchema, what: z.enum(swaps) });

/** Gives the laptop to one partner. */
export const handOverCommand = z.strictObject({
  type: z.literal('handover/begin'),
  id: idSchema,
  retreat: idSchema,
  side: z.enum(sides),
  /** Null where they are only asked for what they agree to. */
  exercise: idSchema.nullable(),
});

/** Asked by the page a partner holds. None of them names a couple, a side or an exercise. */
export const handedCommands = [
  z.strictObject({ type: z.literal('handover/reader'), field: idSchema, reader: z.enum(readers) }),
  z.strictObject({ type: z.literal('handover/consent'), scope: z.enum(scopes), given: z.boolean() }),
  z.strictObject({
    type: z.literal('handover/tick'),
    clause: idSchema,
    wording: idSchema,
    test: z.enum(sixTests),
    ticked: z.boolean(),
  }),
  z.strictObject({ type: z.literal('handover/agree'), clause: idSchema, wording: idSchema, given: z.boolean() }),
  /** What they wrote may go into a draft that both read. */
  z.strictObject({ type: z.literal('handover/draft'), captured: idSchema }),
  /** Their own copy, with what only they may read: its place is opened, or left with all that it shows. */
  z.strictObject({ type: z.literal('handover/own'), on: z.boolean() }),
  z.strictObject({ type: z.literal('handover/leave-out'), part: idSchema, out: z.boolean() }),
  z.strictObject({ type: z.literal('handover/make'), form: z.enum(ownFormNames), paper: z.enum(papers) }),
  z.strictObject({
    type: z.literal('handover/print'),
    printer: printerSchema,
    paper: z.enum(papers),
  }),
  /** The pass-phrase was written down: from now on nothing here knows it. */
  z.strictObject({ type: z.literal('handover/put-away') }),
  z.strictObject({ type: z.literal('handover/pass') }),
  z.strictObject({ type: z.literal('handover/done') }),
] as const;

/** A couple's charter; `id` is the couple's. */
export const charterCommands = [
  ...charterEditSchemas,
  /** Makes a draft clause of what was captured in an exercise at this retreat. */
  z.strictObject({ type: z.literal('charter/draft'), id: idSchema, retreat: idSchema, captured: idSchema }),
  /** Every clause is deleted on the word of either partner, from every older copy as well (S8). */
  z.strictObject({ type: z.literal('charter/delete'), id: idSchema }),
] as const;
