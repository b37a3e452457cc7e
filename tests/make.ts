import { surfaces } from '../electron/surfaces/surfaces';
import { content } from '../shared/content/en/content';
import { charter } from '../shared/content/en/interface/charter';
import { handover } from '../shared/content/en/interface/handover';
import { page } from '../shared/content/en/interface/page';
import { practice } from '../shared/content/en/interface/practice';
import { printouts } from '../shared/content/en/interface/printouts';
import { summary } from '../shared/content/en/interface/summary';
import { type HandoverWords, handoverWordKeys } from '../shared/couple/handover-view';
import type { Retreat } from '../shared/retreat/retreat';
import type { RoomWords } from '../shared/room/room-view';
import { emptyStage, load, type Playing, playingOf, type Stage } from '../shared/room/stage';
import type { Now, Timer } from '../shared/room/timer';
import type { WallStep } from '../shared/room/wall';
import type { Book } from '../shared/session/commands/book';
import type { Command, CommandType } from '../shared/session/commands/commands';
import type { Asker, Context } from '../shared/session/commands/context';
import type { Happening } from '../shared/session/commands/happenings';
import { makeRetreat } from '../shared/session/commands/make-retreat';
import { reduce } from '../shared/session/commands/reduce';
import { refusal } from '../shared/session/commands/rules';
import { type DisplayInfo, emptySession, type Session } from '../shared/session/state/session';

const roomWords: RoomWords = {
  welcomeTitle: 'Welcome',
  welcome: 'Sit down',
  closingTitle: 'Thank you',
  closing: 'Take what helps',
  planTitle: 'Plan',
  holding: 'A quiet moment',
  helpTitle: 'Help',
  help: 'Day and night',
  cue: 'Time',
  cueEarly: 'Nearly time',
  rest: 'Finish',
  restTurn: 'Finish your sentence',
  rehearsal: 'Rehearsal',
  breatheIn: 'in',
  breatheOut: 'out',
  backAt: 'Back at',
  breakOver: 'Please come back',
  timeoutOver: 'Come back to each other',
  underMinute: 'under a minute',
  testCardTitle: 'Test',
  testCard: 'Read this',
  facilitator: 'Listen',
  silent: 'Silence',
  joint: 'Together',
  floor: (side) => `${side} has the floor`,
  listens: (side) => `${side} listens`,
  position: (kind, n, of) => `${kind} ${n}/${of}`,
};

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));

// Words without the library that translates, which cannot be read everywhere these are.
const speech: Book['handover']['speech'] = (names) => ({
  say: (key, values = {}) => filled(charter.reads[key], values),
  option: (option) => option,
  list: (items) => items.join(', '),
  minutes: (count) => `${count} minutes`,
  name: (side) => names[side],
});

const summaryWords: Book['summary'] = (names) => ({
  language: 'en',
  say: (key, values = {}) => filled(summary[key], values),
  section: (id) => summary.sections[id],
  helpWhen: Object.values(summary.helpWhen),
  speech: speech(names),
  kind: (kind) => charter.kinds[kind],
  practice: {
    say: (key, values = {}) => filled(practice.reads[key], values),
    option: (option) => option,
    list: (items) => items.join(', '),
    number: String,
    day: (date) => date,
  },
  practised: (kind) => summary.practised[kind],
  shortDate: (day) => day,
  date: (day) => day,
  calendar: summary.calendar,
  exercise: (id) => content.exercises.find((exercise) => exercise.id === id)?.title ?? null,
});

const printoutWords: Book['printouts'] = {
  language: 'en',
  say: (key, values = {}) => filled(printouts[key], values),
  consents: printouts.consents,
  takeBack: Object.values(printouts.takeBack),
  rules: Object.values(printouts.rules),
  signals: Object.values(printouts.signals),
  seated: printouts.seated,
  date: (day) => day,
};

export const aBook: Book = {
  language: 'en',
  exercise: (id) => content.exercises.find((exercise) => exercise.id === id),
  talk: (id) => content.talks.find((talk) => talk.id === id),
  program: (id) => content.programs.find((program) => program.id === id),
  room: roomWords,
  handover: {
    words: Object.fromEntries(handoverWordKeys.map((key) => [key, handover[key]])) as HandoverWords,
    hello: (name) => (name === '' ? 'Hello' : `Hello, ${name}`),
    position: (n, of) => `${n} of ${of}`,
    kind: (kind) => charter.kinds[kind],
    practised: (kind) => practice.kinds[kind],
    test: (test) => charter.tests[test],
    speech,
  },
  summary: summaryWords,
  page,
  printouts: printoutWords,
  titles: content.publicTitles,
  clock: content.clock,
  helpWords: content.helpWords,
  helpLines: [{ name: 'Line', number: '1', note: '', alone: false }],
  demoCouples: [{ A: 'Ada', B: 'Bo' }],
};

/** 2026-03-07 19:00 local: a Saturday evening with nothing odd about its clock. */
export const evening = new Date(2026, 2, 7, 19, 0).getTime();

export const aNow = (ms = 0): Now => ({ live: 1_000_000 + ms, wall: evening + ms });

export const aDevice = 'd0d0d0d0d0d0d0d0';

export const aContext = (ms = 0, id = `id${ms}`): Context => ({
  asker: surfaces.console,
  book: aBook,
  now: aNow(ms),
  device: aDevice,
  id,
});

/** Who may ask for a command: the console, or else the page a partner holds. */
export const askerOf = (type: CommandType): Asker =>
  surfaces.console.asks.has(type) ? surfaces.console : surfaces.handover;

export const aStep = (patch: Partial<WallStep> = {}): WallStep => ({
  thought: 'Breathe',
  detail: null,
  speaker: 'silent',
  timer: { kind: 'single', seconds: 60 },
  advance: 'wait',
  cue: 'chime',
  early: null,
  handover: false,
  rehearsal: false,
  pair: null,
  ...patch,
});

export const aPlaying = (steps: readonly WallStep[], patch: Partial<Playing> = {}): Playing => ({
  ...playingOf('exercise', 'An exercise', steps),
  ...patch,
});

export const aStage = (steps: readonly WallStep[], patch: Partial<Stage> = {}): Stage => ({
  ...load(emptyStage, aPlaying(steps)),
  ...patch,
});

/** A and B in turn, `laps` times each, the n-th turns paired. */
export function turns(laps: number, seconds = 60, advance: WallStep['advance'] = 'auto'): WallStep[] {
  return Array.from({ length: laps * 2 }, (_, index) =>
    aStep({
      speaker: index % 2 === 0 ? 'A' : 'B',
      timer: { kind: 'turns', seconds } satisfies Timer,
      advance,
      pair: index % 2 === 0 ? index + 1 : index - 1,
    }),
  );
}

export function aRetreat(program = 'evening', patch: Partial<Retreat> = {}): Retreat {
  const from = aBook.program(program);
  if (from === undefined) throw new Error(`no program ${program}`);
  const couples = [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dee' },
  ];
  const making = { id: 'r1', title: 'Spring evening', date: '2026-03-07', couples, createdAt: evening, demo: false };
  return { ...makeRetreat(from, making, aBook), ...patch };
}

/** A session that has asked its library for something, with the token `asked`. */
export const asking = (session: Session): Session => ({
  ...session,
  asked: { token: 'asked', retreat: null },
  recovery: session.recovery ?? { retreat: null, title: 'A run', step: null, remainingMs: null, lastSeen: 0 },
});

/** What the library brings for it. */
export const brought = (retreat: Retreat, notes: Session['notes'] = {}): Happening => ({
  type: 'library/opened',
  token: 'asked',
  retreat,
  notes,
});

/** A run brought back for it. */
export const restored = (live: Session['live'], lastLive: number): Happening => ({
  type: 'recovery/restored',
  token: 'asked',
  opened: null,
  live,
  lastLive,
});

/** A session with a retreat open and nothing on stage. */
export function aSession(retreat: Retreat | null = aRetreat(), patch: Partial<Session> = {}): Session {
  const opened =
    retreat === null ? emptySession : { ...reduce(asking(emptySession), brought(retreat), aContext()), recovery: null };
  return { ...opened, ...patch };
}

/** Carries out one command or happening at `ms`; a refused command throws with its code. */
export function act(session: Session, event: Command | Happening, ms: number, id?: string): Session {
  const context = { ...aContext(ms, id), ...(isCommand(event) && { asker: askerOf(event.type) }) };
  const refused = isCommand(event) ? refusal(session, event, context) : null;
  if (refused !== null) throw new Error(`${event.type} refused: ${refused.code}`);
  return reduce(session, event, context);
}

const happeningAreas = [
  'time/',
  'power/',
  'screens/',
  'saving/',
  'library/',
  'draft/rested',
  'recovery/found',
  'recovery/restored',
  'notice/raise',
  'room/lost',
  'handover/printers',
  'handover/marked',
  'handover/lock',
  'handover/found',
  'handover/left',
  'handover/own-',
  'pin/known',
  'take-home/placed',
  'take-home/printing',
  'take-home/copy',
  'printouts/file',
  'print/piece',
  'print/state',
  'take-home/phrase',
];
const isCommand = (event: Command | Happening): event is Command =>
  !happeningAreas.some((area) => event.type.startsWith(area));

export const aDisplay = (patch: Partial<DisplayInfo> = {}): DisplayInfo => ({
  id: '1',
  label: 'Laptop',
  width: 1280,
  height: 800,
  scaleFactor: 1,
  internal: true,
  primary: true,
  console: true,
  meetsConsole: true,
  ...patch,
});
