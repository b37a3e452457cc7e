import type { PrintoutName } from '../../../shared/exercise/printouts/printout';
import { currentDay } from '../../../shared/retreat/retreat';
import { current, reading } from '../../../shared/room/stage';
import { minuteMs, type Now } from '../../../shared/room/timer';
import type { Command } from '../../../shared/session/commands/commands';
import type { Choice } from '../../../shared/session/state/session';
import type { Settings } from '../../../shared/session/state/settings';
import type { ConsoleView } from '../../../shared/session/view/console-view';
import type { Asking, CouplesPart, NotesPage, Screen } from '../mirror/store';

/** What an action meets: the view as it stands, the moment, the screen it is asked on. */
export interface At {
  readonly view: ConsoleView;
  readonly now: Now;
  readonly screen: Screen;
}

/** What a key, a button or the palette sets off. `to` and `on` are the screen it is done on; `room` opens the room as well. */
export type Does =
  | { readonly command: Command; readonly to?: Screen; readonly part?: CouplesPart; readonly room?: true }
  /** `yes` is what a question does when it is answered so. */
  | { readonly ask: Asking; readonly about?: string; readonly on?: Screen; readonly yes?: Command }
  | { readonly go: Screen; readonly part?: CouplesPart; readonly room?: true }
  | { readonly focus: 'palette' | 'message' }
  /** Words for the room, to be looked at before they are shown. */
  | { readonly write: string }
  | { readonly couple: string }
  /** A couple's page. */
  | { readonly page: string }
  /** The form of a couple; null asks for the seat. */
  | { readonly form: string | null }
  | { readonly notes: NotesPage }
  | { readonly ring: Settings['sound'] };

/** Groups of the cheat sheet, in its order. */
export const actionGroups = ['lead', 'time', 'room', 'wall', 'window'] as const;
export type ActionGroup = (typeof actionGroups)[number];

interface Action {
  readonly group: ActionGroup;
  /** Plain keys, clicker keys included; ignored while typing. The first one is shown. */
  readonly keys: readonly string[];
  /** Works while typing too. `mod` is Ctrl, or Command on a Mac. */
  readonly everywhere?: string;
  /** Calms the room, so its plain keys also work while a menu or a question is open. */
  readonly calms?: true;
  /** Each click of its button counts, however fast. */
  readonly everyClick?: true;
  readonly when: (at: At) => boolean;
  readonly does: (at: At) => Does;
}

const stageOf = ({ view }: At) => view.live.stage;
const leading = (at: At): boolean => stageOf(at).playing !== null;
const always = (): boolean => true;
const hasRetreat = ({ view }: At): boolean => view.retreat !== null;
const dayIsOpen = ({ view: { retreat } }: At): boolean => retreat !== null && currentDay(retreat)?.endedAt === null;
const does = (command: Command) => (): Does => ({ command });

/** Looks at what is printed for the room. */
const looks = (name: PrintoutName) => (): Does => ({
  command: { type: 'printouts/look', printout: { name, exercise: null } },
  to: 'couples',
  part: 'room',
});

const shows = (show: 'neutral' | 'welcome' | 'plan' | 'playing' | 'closing' | 'test-card') =>
  does({ type: 'stage/show', show });

/** The command that puts up what was chosen. */
export const puttingUp = (choice: Choice): Command =>
  choice.kind === 'item' ? { type: 'day/go', id: choice.id } : { type: 'stage/jump', index: choice.index };

/** Every live action, its keys and its command: the keyboard, the cheat sheet, the tooltips and the palette all read this. */
const table = {
  'go-on': {
    group: 'lead',
    keys: ['pagedown', 'arrowright'],
    everywhere: 'mod+enter',
    when: (at) => leading(at) || (hasRetreat(at) && at.screen === 'run'),
    does: does({ type: 'stage/go-on' }),
  },
  back: { group: 'lead', keys: ['pageup', 'arrowleft'], when: leading, does: does({ type: 'stage/back' }) },
  run: {
    group: 'lead',
    keys: ['space'],
    when: (at) => leading(at) && reading(stageOf(at), at.now)?.state !== 'done',
    does: does({ type: 'stage/run' }),
  },
  next: { group: 'lead', keys: ['n'], when: (at) => leading(at) || hasRetreat(at), does: does({ type: 'stage/next' }) },
  restart: { group: 'lead', keys: ['r'], when: leading, does: does({ type: 'stage/restart' }) },
  'go-to-choice': {
    group: 'lead',
    keys: ['enter'],
    when: (at) => at.screen === 'run' && at.view.chosen !== null,
    does: ({ view: { chosen } }) => ({
      command: chosen === null ? { type: 'console/choose', choice: null } : puttingUp(chosen.choice),
    }),
  },
  'leave-choice': {
    group: 'lead',
    keys: ['escape'],
    when: (at) => at.screen === 'run' && at.view.chosen !== null,
    does: does({ type: 'console/choose', choice: null }),
  },
  'next-item': { group: 'lead', keys: ['j'], when: hasRetreat, does: does({ type: 'day/next' }) },
  swap: { group: 'lead', keys: ['s'], when: leading, does: does({ type: 'stage/swap' }) },
  undo: {
    group: 'lead',
    keys: ['u'],
    everyClick: true,
    when: ({ view }) => view.undos.length > 0,
    does: does({ type: 'stage/undo', actions: 1 }),
  },
  end: { group: 'lead', keys: ['shift+e'], when: leading, does: () => ({ ask: 'end', yes: { type: 'stage/end' } }) },
  'end-day': {
    group: 'lead',
    keys: ['shift+d'],
    when: (at) => hasRetreat(at) && (leading(at) || dayIsOpen(at)),
    does: () => ({ ask: 'end-day', yes: { type: 'day/end' } }),
  },

  'add-minute': {
    group: 'time',
    keys: ['+', '='],
    everyClick: true,
    when: leading,
    does: does({ type: 'stage/adjust', ms: minuteMs }),
  },
  'take-minute': {
    group: 'time',
    keys: ['-'],
    everyClick: true,
    when: leading,
    does: does({ type: 'stage/adjust', ms: -minuteMs }),
  },
  backdate: { group: 'time', keys: ['t'], when: leading, does: does({ type: 'stage/backdate', ms: minuteMs }) },
  decline: {
    group: 'time',
    keys: ['d'],
    when: (at) => stageOf(at).playing?.offer != null,
    does: does({ type: 'stage/decline-offer' }),
  },
  autopilot: {
    group: 'time',
    keys: ['a'],
    when: always,
    does: does({ type: 'stage/autopilot', on: null }),
  },
  advance: {
    group: 'time',
    keys: ['w'],
    when: leading,
    does: (at) => ({
      command: { type: 'stage/advance', advance: current(stageOf(at))?.step.advance === 'auto' ? 'wait' : 'auto' },
    }),
  },

  blank: {
    group: 'room',
    keys: ['b', '.'],
    everywhere: 'mod+b',
    calms: true,
    when: always,
    does: does({ type: 'stage/blank', on: null }),
  },
  hold: {
    group: 'room',
    keys: ['h'],
    everywhere: 'mod+l',
    calms: true,
    when: always,
    does: does({ type: 'stage/hold', on: null }),
  },
  freeze: {
    group: 'room',
    keys: ['f'],
    when: always,
    does: does({ type: 'stage/freeze', on: null }),
  },
  help: {
    group: 'room',
    keys: ['l'],
    when: always,
    does: does({ type: 'stage/help', on: null }),
  },
  form: { group: 'lead', keys: ['g'], everywhere: 'mod+g', when: hasRetreat, does: () => ({ form: null }) },
  message: { group: 'room', keys: ['m'], when: always, does: () => ({ focus: 'message' }) },
  'clear-message': {
    group: 'room',
    keys: ['c', 'delete', 'backspace'],
    when: (at) => stageOf(at).message !== null,
    does: does({ type: 'stage/message', text: null }),
  },
  unveil: { group: 'room', keys: ['v'], when: ({ view }) => view.live.veiled, does: does({ type: 'stage/unveil' }) },
  identify: { group: 'room', keys: ['i'], when: always, does: does({ type: 'room/identify' }) },

  'show-playing': { group: 'wall', keys: ['shift+s'], when: leading, does: shows('playing') },
  'show-welcome': { group: 'wall', keys: ['shift+w'], when: always, does: shows('welcome') },
  'show-plan': { group: 'wall', keys: ['shift+p'], when: hasRetreat, does: shows('plan') },
  'show-closing': { group: 'wall', keys: ['shift+c'], when: always, does: shows('closing') },
  'show-neutral': { group: 'wall', keys: ['shift+n'], when: always, does: shows('neutral') },
  'show-test-card': { group: 'wall', keys: ['shift+t'], when: always, does: shows('test-card') },

  palette: { group: 'window', keys: [], everywhere: 'mod+k', when: always, does: () => ({ focus: 'palette' }) },
  keys: { group: 'window', keys: ['?'], when: always, does: () => ({ ask: 'keys' }) },
  discreet: {
    group: 'window',
    keys: ['p'],
    everywhere: 'mod+d',
    when: always,
    does: does({ type: 'console/discreet', on: null }),
  },
  room: { group: 'window', keys: ['shift+r'], when: always, does: () => ({ ask: 'room' }) },
  'go-home': { group: 'window', keys: [], everywhere: 'mod+1', when: always, does: () => ({ go: 'home' }) },
  'go-prepare': { group: 'window', keys: [], everywhere: 'mod+2', when: always, does: () => ({ go: 'prepare' }) },
  'go-run': { group: 'window', keys: [], everywhere: 'mod+3', when: always, does: () => ({ go: 'run' }) },
  'go-settings': { group: 'window', keys: [], everywhere: 'mod+4', when: always, does: () => ({ go: 'settings' }) },
  'go-couples': { group: 'window', keys: [], everywhere: 'mod+5', when: always, does: () => ({ go: 'couples' }) },
  'go-consent': { group: 'window', keys: [], when: hasRetreat, does: () => ({ go: 'couples', part: 'consent' }) },
  'go-today': { group: 'window', keys: [], when: hasRetreat, does: () => ({ go: 'couples', part: 'today' }) },
  'print-worksheets': { group: 'window', keys: [], when: hasRetreat, does: looks('booklet') },
  'print-consent': { group: 'window', keys: [], when: always, does: looks('consent-form') },
  'print-cards': { group: 'window', keys: [], when: always, does: looks('cards') },
  'print-report': { group: 'window', keys: [], when: hasRetreat, does: looks('report') },
  start: { group: 'window', keys: [], when: always, does: () => ({ ask: 'start', on: 'home' }) },
  drill: { group: 'window', keys: [], when: always, does: () => ({ ask: 'drill', on: 'home' }) },
  demo: { group: 'window', keys: [], when: always, does: () => ({ command: { type: 'retreat/demo' }, to: 'run' }) },
  'run-day': { group: 'window', keys: [], when: hasRetreat, does: () => ({ go: 'run', room: true }) },
  'close-retreat': {
    group: 'window',
    keys: [],
    when: hasRetreat,
    does: () => ({ command: { type: 'retreat/close' }, to: 'home' }),
  },
  add: { group: 'window', keys: [], when: hasRetreat, does: () => ({ ask: 'add', on: 'prepare' }) },
  else: { group: 'lead', keys: [], when: hasRetreat, does: () => ({ ask: 'else', on: 'run' }) },
  recover: {
    group: 'window',
    keys: [],
    when: ({ view }) => view.recovery !== null,
    does: () => ({ command: { type: 'recovery/go-on' }, to: 'run' }),
  },
  'leave-run': {
    group: 'window',
    keys: [],
    when: ({ view }) => view.recovery !== null,
    does: does({ type: 'recovery/dismiss' }),
  },
  'count-away': {
    group: 'time',
    keys: [],
    when: ({ view }) => view.live.away?.ms != null,
    does: does({ type: 'stage/answer-away', count: true }),
  },
  'resume-away': {
    group: 'time',
    keys: [],
    when: ({ view }) => view.live.away?.ms != null,
    does: does({ type: 'stage/answer-away', count: false }),
  },
  'dismiss-notice': {
    group: 'window',
    keys: [],
    when: ({ view }) => view.notice !== null,
    does: does({ type: 'notice/dismiss' }),
  },
  'room-window': {
    group: 'room',
    keys: [],
    when: always,
    does: does({ type: 'room/open', displayId: null, windowed: true }),
  },
  'close-room': {
    group: 'room',
    keys: [],
    when: ({ view }) => view.screens.room.state !== 'closed',
    does: does({ type: 'room/close' }),
  },
  'plan-undo': {
    group: 'window',
    keys: [],
    everyClick: true,
    when: ({ view }) => view.planUndo !== null,
    does: does({ type: 'edit/undo', couple: null }),
  },
  'all-here': { group: 'window', keys: [], when: hasRetreat, does: does({ type: 'roster/all-here' }) },
  about: { group: 'window', keys: [], when: always, does: () => ({ ask: 'about' }) },
} satisfies Record<string, Action>;

export type ActionId = keyof typeof table;
export const actions: Readonly<Record<ActionId, Action>> = table;
export const actionIds = Object.keys(table) as readonly ActionId[];

/** Steps that have a digit of their own. */
export const digitSteps = 9;
