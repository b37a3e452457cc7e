import { z } from 'zod';
import { runSchema, timerSchema } from './timer-schema';
import { sides } from './wall';
import { cues, wallCaps } from './wall-constants';

const title = z.string().max(wallCaps.title);
const line = z.string().max(wallCaps.detail);

/** The help card's lines: a service and its number (S22). */
export const helpLineSchema = z.strictObject({ name: title, number: z.string().max(40), note: line });

export const planRowSchema = z.strictObject({
  /** Local clock time as the room reads it. */
  at: z.string().max(24),
  title,
  state: z.enum(['done', 'now', 'to-come']),
});

/** A timer and its stamps on the live clock: each window reads it for itself, every frame it needs. */
export const dialSchema = z.strictObject({ timer: timerSchema, run: runSchema });

const stepSchema = {
  title,
  thought: z.string().max(wallCaps.thought),
  detail: line.nullable(),
  /** "Round 2 of 4", already in the room's language. */
  position: title.nullable(),
  /** Said under the ring when time is up ("Finish your sentence"). */
  rest: title,
  rehearsal: line.nullable(),
  /** Said inside the ring in the last minute where it counts minutes. */
  underMinute: title,
  dial: dialSchema.nullable(),
};

/** "Back at", and the sentence that takes its place, and everything else's, when the time is past. */
const awaySchema = { returnWord: title, over: line };

export const sceneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('neutral') }),
  z.strictObject({ kind: z.literal('welcome'), title, line }),
  z.strictObject({ kind: z.literal('closing'), title, line }),
  z.strictObject({
    kind: z.literal('plan'),
    title,
    rows: z.array(planRowSchema).max(wallCaps.planRows),
    /** How often it was turned to its next picture, from the one with what is on now. */
    turned: z.number().int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('talk'), ...stepSchema }),
  z.strictObject({ kind: z.literal('step'), ...stepSchema, speaker: title }),
  z.strictObject({ kind: z.literal('turn'), ...stepSchema, side: z.enum(sides), floor: title, listens: title }),
  z.strictObject({ kind: z.literal('handover'), ...stepSchema, to: z.enum(sides).nullable() }),
  z.strictObject({ kind: z.literal('pacer'), ...stepSchema, inWord: title, outWord: title }),
  z.strictObject({ kind: z.literal('timeout'), ...stepSchema, ...awaySchema }),
  z.strictObject({ kind: z.literal('break'), ...stepSchema, ...awaySchema }),
  z.strictObject({ kind: z.literal('timer'), ...stepSchema }),
  z.strictObject({ kind: z.literal('test-card'), title, line }),
]);

export const lookSchema = z.strictObject({
  palette: z.enum(['paper', 'dusk']),
  /** Digits inside the ring: none, whole minutes, or minutes and seconds. */
  digits: z.enum(['none', 'minutes', 'seconds']),
  motion: z.enum(['full', 'reduced']),
  blankColour: z.enum(['ground', 'black']),
  /** BCP 47, for the room page's `lang` and its hyphenation. */
  language: z.string().max(20),
  /** How its language writes a time of day. */
  clock: z.strictObject({ hour12: z.boolean(), am: z.string().max(24), pm: z.string().max(24) }),
});

/** All that ever reaches the room: literals, numbers and capped strings from named public sources (S1). */
export const roomViewSchema = z.strictObject({
  look: lookSchema,
  scene: sceneSchema,
  /** What lies over the scene; it comes and goes instantly. */
  cover: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('blank') }),
    z.strictObject({ kind: z.literal('holding'), sentence: line }),
    z.strictObject({
      kind: z.literal('help'),
      title,
      sentence: line,
      lines: z.array(helpLineSchema).max(wallCaps.helpLines),
    }),
  ]),
  message: z.string().max(wallCaps.message).nullable(),
  cue: z.strictObject({ id: z.number().int(), cue: z.enum(cues), words: title }).nullable(),
});
