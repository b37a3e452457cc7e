import type { z } from 'zod';
import type {
  dialSchema,
  helpLineSchema,
  lookSchema,
  planRowSchema,
  roomViewSchema,
  sceneSchema,
} from './room-view-schema';
import { current, position, type Stage } from './stage';
import { otherSide, type Side } from './wall';

export type HelpLine = z.infer<typeof helpLineSchema>;

export type PlanRow = z.infer<typeof planRowSchema>;

export type Dial = z.infer<typeof dialSchema>;

export type RoomScene = z.infer<typeof sceneSchema>;

export type Look = z.infer<typeof lookSchema>;

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
  /** What a break says once its time is past. */
  readonly breakOver: string;
  readonly timeoutOver: string;
  readonly underMinute: string;
  readonly testCardTitle: string;
  readonly testCard: string;
  readonly facilitator: string;
  readonly silent: string;
  readonly joint: string;
  readonly floor: (side: Side) => string;
  readonly listens: (side: Side) => string;
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
    underMinute: words.underMinute,
    dial: { timer: step.timer, run: on.run },
  };
  if (playing.kind === 'talk') return { kind: 'talk', ...shared };
  if (playing.kind === 'break') {
    return { kind: 'break', ...shared, returnWord: words.backAt, over: words.breakOver };
  }
  if (step.timer.kind === 'timeout') {
    return { kind: 'timeout', ...shared, returnWord: words.backAt, over: words.timeoutOver };
  }
  if (playing.kind === 'timer') return { kind: 'timer', ...shared };
  if (step.timer.kind === 'pacer') {
    return { kind: 'pacer', ...shared, inWord: words.breatheIn, outWord: words.breatheOut };
  }
  if (step.handover) {
    const after = playing.steps[index + 1]?.speaker;
    return { kind: 'handover', ...shared, to: after === 'A' || after === 'B' ? after : null };
  }
  if (step.speaker === 'A' || step.speaker === 'B') {
    const side = step.speaker;
    return { kind: 'turn', ...shared, side, floor: words.floor(side), listens: words.listens(otherSide(side)) };
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
      return { kind: 'plan', title: words.planTitle, rows: [...billboard.plan], turned: stage.turned };
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
