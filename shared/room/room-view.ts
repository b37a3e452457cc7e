import { z } from 'zod';
import { current, position, type Stage } from './stage';
import { runSchema, timerSchema } from './timer';
import { cues, type Side, sides, wallCaps } from './wall';

const title = z.string().max(wallCaps.title);
const line = z.string().max(wallCaps.detail);

/** The help card's lines: a service and its number (S22). */
export const helpLineSchema = z.strictObject({ name: title, number: z.string().max(40), note: line });
export type HelpLine = z.infer<typeof helpLineSchema>;

export const planRowSchema = z.strictObject({
  /** Local clock time as the room reads it. */
  at: z.string().max(12),
  title,
  state: z.enum(['done', 'now', 'to-come']),
});
export type PlanRow = z.infer<typeof planRowSchema>;

/** A timer and its stamps on the live clock: each window reads it for itself, every frame it needs. */
const dialSchema = z.strictObject({ timer: timerSchema, run: runSchema });
export type Dial = z.infer<typeof dialSchema>;

const stepSchema = {
  title,
  thought: z.string().max(wallCaps.thought),
  detail: line.nullable(),
  /** "Round 2 of 4", already in the room's language. */
  position: title.nullable(),
  /** Said under the ring when time is up ("Finish your sentence"). */
  rest: title,
  rehearsal: line.nullable(),
  dial: dialSchema.nullable(),
};

export const sceneSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('neutral') }),
  z.strictObject({ kind: z.literal('welcome'), title, line }),
  z.strictObject({ kind: z.literal('closing'), title, line }),
  z.strictObject({ kind: z.literal('plan'), title, rows: z.array(planRowSchema).max(wallCaps.planRows) }),
  z.strictObject({ kind: z.literal('talk'), ...stepSchema }),
  z.strictObject({ kind: z.literal('step'), ...stepSchema, speaker: title }),
  z.strictObject({ kind: z.literal('turn'), ...stepSchema, side: z.enum(sides), floor: title }),
  z.strictObject({ kind: z.literal('handover'), ...stepSchema, to: z.enum(sides).nullable() }),
  z.strictObject({ kind: z.literal('pacer'), ...stepSchema, inWord: title, outWord: title }),
  z.strictObject({ kind: z.literal('timeout'), ...stepSchema, returnWord: title }),
  z.strictObject({ kind: z.literal('break'), ...stepSchema, returnWord: title }),
  z.strictObject({ kind: z.literal('timer'), ...stepSchema }),
  z.strictObject({ kind: z.literal('test-card'), title, line }),
]);
export type RoomScene = z.infer<typeof sceneSchema>;

export const lookSchema = z.strictObject({
  palette: z.enum(['paper', 'dusk']),
  /** Digits inside the ring: none, whole minutes, or minutes and seconds. */
  digits: z.enum(['none', 'minutes', 'seconds']),
  motion: z.enum(['full', 'reduced']),
  blankColour: z.enum(['ground', 'black']),
  /** BCP 47, for the room page's `lang` and its hyphenation. */
  language: z.string().max(20),
  hour12: z.boolean(),
});
export type Look = z.infer<typeof lookSchema>;

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
export type RoomView = z.infer<typeof roomViewSchema>;

/** The public things a stage may show besides its steps. Filled by the main process; no couple has a place in it. */
export interface Billboard {
  /** The retreat's public title, or empty when a drill runs on its own. */
  readonly title: string;
  readonly plan: readonly PlanRow[];
  readonly helpLines: readonly HelpLine[];
  readonly look: Look;
}

/** The room's own words, in its language. The room page bundles none. */
export interface RoomWords {
  readonly welcomeTitle: string;
  readonly welcome: string;
  readonly closingTitle: string;
  readonly closing: string;
  readonly planTitle: string;
  readonly holding: string;
  readonly helpTitle: string;
  readonly help: string;
  readonly cue: string;
  readonly cueEarly: string;
  readonly rest: string;
  readonly restTurn: string;
  readonly rehearsal: string;
  readonly breatheIn: string;
  readonly breatheOut: string;
  readonly backAt: string;
  readonly testCardTitle: string;
  readonly testCard: string;
  readonly facilitator: string;
  readonly silent: string;
  readonly joint: string;
  readonly floor: (side: Side) => string;
  readonly position: (kind: 'rounds' | 'phases', n: number, of: number) => string;
}

function playingScene(stage: Stage, words: RoomWords): RoomScene {
  const on = current(stage);
  const playing = stage.playing;
  if (on === null || playing === null) return { kind: 'neutral' };
  const { step, index } = on;
  const place = position(playing, index);
  const speaks = step.speaker === 'A' || step.speaker === 'B';
  const shared = {
    title: playing.title,
    thought: step.thought,
    detail: step.detail,
    position:
      place === null ? null : words.position(step.timer.kind === 'rounds' ? 'rounds' : 'phases', place.n, place.of),
    rest: speaks ? words.restTurn : words.rest,
    rehearsal: step.rehearsal ? words.rehearsal : null,
    dial: { timer: step.timer, run: on.run },
  };
  if (playing.kind === 'talk') return { kind: 'talk', ...shared };
  if (playing.kind === 'break') return { kind: 'break', ...shared, returnWord: words.backAt };
  if (step.timer.kind === 'timeout') return { kind: 'timeout', ...shared, returnWord: words.backAt };
  if (playing.kind === 'timer') return { kind: 'timer', ...shared };
  if (step.timer.kind === 'pacer') {
    return { kind: 'pacer', ...shared, inWord: words.breatheIn, outWord: words.breatheOut };
  }
  if (step.handover) {
    const after = playing.steps[index + 1]?.speaker;
    return { kind: 'handover', ...shared, to: after === 'A' || after === 'B' ? after : null };
  }
  if (step.speaker === 'A' || step.speaker === 'B') {
    return { kind: 'turn', ...shared, side: step.speaker, floor: words.floor(step.speaker) };
  }
  return { kind: 'step', ...shared, speaker: words[step.speaker] };
}

function scene(stage: Stage, billboard: Billboard, words: RoomWords): RoomScene {
  switch (stage.show) {
    case 'neutral':
      return { kind: 'neutral' };
    case 'welcome':
      return { kind: 'welcome', title: billboard.title || words.welcomeTitle, line: words.welcome };
    case 'closing':
      return { kind: 'closing', title: words.closingTitle, line: words.closing };
    case 'plan':
      return { kind: 'plan', title: words.planTitle, rows: [...billboard.plan] };
    case 'test-card':
      return { kind: 'test-card', title: words.testCardTitle, line: words.testCard };
    case 'playing':
      return playingScene(stage, words);
  }
}

function cover(stage: Stage, billboard: Billboard, words: RoomWords): RoomView['cover'] {
  if (stage.blank) return { kind: 'blank' };
  if (stage.help) {
    return { kind: 'help', title: words.helpTitle, sentence: words.help, lines: [...billboard.helpLines] };
  }
  if (stage.held) return { kind: 'holding', sentence: words.holding };
  return { kind: 'none' };
}

/** What the room shows of a stage. There is no other way to make a RoomView, and none that knows a couple (S1). */
export function projectRoom(stage: Stage, billboard: Billboard, words: RoomWords): RoomView {
  return {
    look: billboard.look,
    scene: scene(stage, billboard, words),
    cover: cover(stage, billboard, words),
    message: stage.message,
    cue:
      stage.cue === null
        ? null
        : { id: stage.cue.id, cue: stage.cue.cue, words: stage.cue.early ? words.cueEarly : words.cue },
  };
}
