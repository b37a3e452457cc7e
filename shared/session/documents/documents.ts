import { z } from 'zod';
import type { Charter } from '../../couple/charter/charter';
import { charterLists, charterSchema } from '../../couple/charter/charter-schema';
import type { Practice } from '../../couple/practice/practice';
import { practiceLists, practiceSchema } from '../../couple/practice/practice-schema';
import { type CoupleRecord, recordLists, recordSchema } from '../../couple/record';
import type { Retreat } from '../../retreat/retreat';
import { actualSchema, retreatSchema } from '../../retreat/retreat-schema';
import { idSchema } from '../../room/id-schema';
import { helpLineSchema, planRowSchema } from '../../room/room-view-schema';
import { playingKinds, type Stage, shows } from '../../room/stage';
import { runSchema } from '../../room/timer-schema';
import { sides } from '../../room/wall';
import { cues, wallCaps } from '../../room/wall-constants';
import { wallStepSchema } from '../../room/wall-schema';
import { noteCap } from '../state/drafts';
import type { Live } from '../state/session';
import { settingsSchema } from '../state/settings-schema';
import {
  charterWithWritings,
  liveWithEarlyCues,
  liveWithHoldTimes,
  practiceWithCaptured,
  practiceWithPages,
  recordWithArchive,
  recordWithHanded,
  retreatWithForms,
  retreatWithTimeouts,
  settingsWithMarks,
} from './migrations';
import { type Underway, underwaySchema } from './underway';

const stageSchema: z.ZodType<Stage> = z.strictObject({
  show: z.enum(shows),
  turned: z.number().int().nonnegative(),
  playing: z
    .strictObject({
      kind: z.enum(playingKinds),
      title: z.string().max(wallCaps.title),
      steps: z.array(wallStepSchema).min(1).max(wallCaps.steps),
      runs: z.array(
        z.strictObject({ run: runSchema, leftAt: z.number().nullable(), rung: z.boolean(), rungEarly: z.boolean() }),
      ),
      index: z.number().int().nonnegative(),
      offer: z
        .strictObject({ to: z.enum(sides), ms: z.number(), step: z.number().int().nonnegative(), made: z.boolean() })
        .nullable(),
    })
    .refine(({ steps, runs, index }) => runs.length === steps.length && index < steps.length)
    .nullable(),
  held: z.boolean(),
  heldAt: z.number().nullable(),
  resumeOnRelease: z.boolean(),
  blank: z.boolean(),
  help: z.boolean(),
  message: z.string().max(wallCaps.message).nullable(),
  autopilot: z.boolean(),
  cue: z.strictObject({ id: z.number().int(), cue: z.enum(cues), early: z.boolean() }).nullable(),
});

const billboardSchema = z.strictObject({
  title: z.string().max(wallCaps.title),
  plan: z.array(planRowSchema).max(wallCaps.planRows),
  helpLines: z.array(helpLineSchema).max(wallCaps.helpLines),
});

const liveSchema: z.ZodType<Live> = z.strictObject({
  dayId: idSchema.nullable(),
  itemId: idSchema.nullable(),
  after: idSchema.nullable(),
  ref: idSchema.nullable(),
  starts: z.enum(sides),
  stage: stageSchema,
  frozen: z.strictObject({ stage: stageSchema, billboard: billboardSchema }).nullable(),
  veiled: z.boolean(),
  log: z.record(idSchema, actualSchema),
  dayEndedAt: z.number().int().nonnegative().nullable(),
  away: z.strictObject({ since: z.number(), ms: z.number().nullable(), wasRunning: z.boolean() }).nullable(),
});

/** The facilitator's private note for one couple, and the retreat in which it was written last. A couple belongs to no retreat. */
export const noteSchema = z.strictObject({ id: idSchema, retreat: idSchema, note: z.string().max(noteCap) });
export type NoteDocument = z.infer<typeof noteSchema>;

/** Where the run is, for going on after a crash. `at` is the moment of the save on both clocks. */
export const liveDocumentSchema = z.strictObject({
  retreat: idSchema.nullable(),
  live: liveSchema,
  at: z.strictObject({ live: z.number(), wall: z.number() }),
  /** The run was ended, or the app closed with a yes: nothing to go on with. */
  closed: z.boolean(),
});
export type LiveDocument = z.infer<typeof liveDocumentSchema>;

type Migration = (body: unknown) => unknown;

interface Kind<T extends z.ZodType> {
  /** Its file is called so. */
  readonly name: string;
  /** The folder in which each id has one of its own, which it may share with other kinds; null where there is only one document. */
  readonly folder: string | null;
  /** What the first layout called it; left out for a kind that is younger. */
  readonly formerly?: string;
  /** The schema number this build writes. */
  readonly schema: number;
  readonly shape: T;
  /** `migrations[n]` lifts a body of schema n + 1 to n + 2. */
  readonly migrations: readonly Migration[];
}

type Standing = Pick<Kind<z.ZodType>, 'name' | 'folder' | 'formerly'>;

const kind = <T extends z.ZodType>(standing: Standing, shape: T, migrations: readonly Migration[] = []): Kind<T> => ({
  ...standing,
  schema: migrations.length + 1,
  shape,
  migrations,
});

/** Schema 1 kept a sound output by an id that died with the app: such an output can only be chosen again. */
const outputByLabel: Migration = (body) => {
  const settings = z.looseObject({ sound: z.looseObject({}) }).parse(body);
  return { ...settings, sound: { ...settings.sound, device: null } };
};

/**
 * Every kind of document on disk, each in a file of its own. `settings` and `live` stand alone; they hold ids and
 * public words only, no couple's.
 */
export const documentKinds = {
  settings: kind({ name: 'settings', folder: null, formerly: 'settings' }, settingsSchema, [
    outputByLabel,
    settingsWithMarks,
  ]),
  live: {
    ...kind({ name: 'live', folder: null, formerly: 'live' }, liveDocumentSchema, [
      liveWithEarlyCues,
      liveWithHoldTimes,
    ]),
    // Where a run is needs no past, and its past would keep what stood on the wall after the retreat is deleted.
    history: false,
  },
  retreat: {
    ...kind({ name: 'retreat', folder: 'retreats', formerly: 'retreat' }, retreatSchema, [
      retreatWithForms,
      retreatWithTimeouts,
    ]),
    idOf: ({ id }: Retreat) => id,
  },
  note: {
    ...kind({ name: 'note', folder: 'couples', formerly: 'couple' }, noteSchema),
    idOf: ({ id }: NoteDocument) => id,
  },
  record: {
    ...kind({ name: 'record', folder: 'couples' }, recordSchema, [recordWithArchive, recordWithHanded]),
    lists: recordLists,
    idOf: ({ id }: CoupleRecord) => id,
  },
  charter: {
    ...kind({ name: 'charter', folder: 'couples' }, charterSchema, [charterWithWritings]),
    lists: charterLists,
    idOf: ({ id }: Charter) => id,
  },
  practice: {
    ...kind({ name: 'practice', folder: 'couples' }, practiceSchema, [practiceWithPages, practiceWithCaptured]),
    lists: practiceLists,
    idOf: ({ id }: Practice) => id,
  },
  underway: {
    ...kind({ name: 'underway', folder: 'underway' }, underwaySchema),
    idOf: ({ id }: Underway) => id,
    // Once it is finished nothing of it is of use to anybody.
    history: false,
  },
} as const;
