import type { Dial, Look, RoomScene, RoomView } from '../../../shared/room/room-view';
import { freshRun, type Run, type Timer } from '../../../shared/room/timer';

/** The moment at which every picture of the gallery is taken: live clock 0, a wall clock of a morning in October. */
export const galleryNow = { live: 0, wall: Date.UTC(2026, 9, 17, 8, 12, 20) };

const look: Look = {
  palette: 'paper',
  digits: 'minutes',
  motion: 'full',
  blankColour: 'ground',
  language: 'en',
  clock: { hour12: false, am: '{hour}:{minute}', pm: '{hour}:{minute}' },
};

/** A dial stopped after `share` of its length, so that a picture of it is the same whenever it is taken. */
function stopped(timer: Timer, elapsedMs: number): Dial {
  const run: Run = { ...freshRun, startedAt: -elapsedMs, pausedAt: 0 };
  return { timer, run };
}

/** A dial in motion as of `galleryNow`. */
const running = (timer: Timer, elapsedMs: number): Dial => ({ timer, run: { ...freshRun, startedAt: -elapsedMs } });

const minutes = (n: number): number => n * 60_000;

const step = {
  title: 'Timeout rehearsal',
  thought: 'Come back with a phrase',
  detail: '“I am here again. You matter more than the point.”',
  position: null,
  rest: 'Finish your sentence',
  underMinute: 'under a minute',
  rehearsal: null,
  dial: running({ kind: 'single', seconds: 300 }, minutes(1.3)),
};

const view = (scene: RoomScene, patch: Partial<RoomView> = {}): RoomView => ({
  look,
  scene,
  cover: { kind: 'none' },
  message: null,
  cue: null,
  ...patch,
});

const turn: RoomScene = {
  ...step,
  kind: 'turn',
  side: 'A',
  floor: 'A has the floor',
  listens: 'B listens',
  title: 'Inside weather',
  thought: 'What it is like in me',
  detail: 'When I feel far from you, my body…',
  dial: running({ kind: 'turns', seconds: 180 }, minutes(0.8)),
};

const plan = (count: number): RoomScene => ({
  kind: 'plan',
  title: 'Saturday',
  turned: 0,
  rows: (
    [
      ['9:00', 'Arriving, and the right to pass'],
      ['9:20', 'Why two nervous systems need each other'],
      ['9:50', 'The bids we make'],
      ['10:30', 'Break'],
      ['10:45', 'A timeout that ends in return'],
      ['11:30', 'Rehearsal: come back with a phrase'],
      ['12:15', 'Lunch'],
      ['13:30', 'Repair before right'],
      ['14:30', 'Building our own agreements'],
      ['15:30', 'Break'],
      ['15:45', 'A near-far rule of our own'],
      ['16:30', 'One promise for the week'],
      ['17:00', 'Closing circle'],
    ] as const
  )
    .slice(0, count)
    .map(([at, title], index) => ({ at, title, state: index < 4 ? 'done' : index === 4 ? 'now' : 'to-come' })),
});

const longThought =
  'Say what happened in you, slowly, and only that: no because of you, no always, no never, no plan for what the other should now be doing';

/** Every scene and cover, and the texts that are hardest to set. */
export const galleryViews: Readonly<Record<string, RoomView>> = {
  neutral: view({ kind: 'neutral' }),
  welcome: view({ kind: 'welcome', title: 'The long weekend', line: 'Good that you are here. We begin at nine.' }),
  closing: view({ kind: 'closing', title: 'Thank you', line: 'Go gently. What you made is yours to keep.' }),
  'plan-6': view(plan(6)),
  'plan-13': view(plan(13)),
  talk: view({
    ...step,
    kind: 'talk',
    title: 'Why we pause',
    thought: 'A body in alarm cannot hear a good idea',
    detail: 'Twenty minutes is how long calm takes to come back.',
    position: '2 of 4',
  }),
  step: view({ ...step, kind: 'step', speaker: 'Together' }),
  'step-seconds': view({ ...step, kind: 'step', speaker: 'In silence' }, { look: { ...look, digits: 'seconds' } }),
  'step-none': view({ ...step, kind: 'step', speaker: 'In silence' }, { look: { ...look, digits: 'none' } }),
  'step-ready': view({
    ...step,
    kind: 'step',
    speaker: 'Together',
    dial: { timer: { kind: 'single', seconds: 300 }, run: freshRun },
  }),
  'step-paused': view({
    ...step,
    kind: 'step',
    speaker: 'Together',
    dial: stopped({ kind: 'single', seconds: 300 }, minutes(2)),
  }),
  'step-done': view({
    ...step,
    kind: 'step',
    speaker: 'Together',
    dial: stopped({ kind: 'single', seconds: 300 }, minutes(5)),
  }),
  'turn-a': view(turn),
  'turn-b': view({ ...turn, side: 'B', floor: 'B has the floor', listens: 'A listens' }),
  'turn-b-done': view({
    ...turn,
    side: 'B',
    floor: 'B has the floor',
    listens: 'A listens',
    dial: stopped({ kind: 'turns', seconds: 60 }, minutes(2)),
  }),
  'turn-rehearsal': view({
    ...turn,
    title: 'Timeout rehearsal',
    thought: 'Give the signal',
    detail: 'The word, the hand, or the emoji you chose.',
    rehearsal: 'Rehearsal: a real timeout is 20 minutes or more',
  }),
  'turn-b-rehearsal': view({
    ...turn,
    side: 'B',
    floor: 'B has the floor',
    listens: 'A listens',
    thought: 'Give the signal',
    detail: 'The word, the hand, or the emoji you chose.',
    rehearsal: 'Rehearsal. A real timeout is 20 minutes or more.',
  }),
  'step-rehearsal': view({
    ...step,
    kind: 'step',
    speaker: 'Together',
    rehearsal: 'Rehearsal. A real timeout is 20 minutes or more.',
  }),
  handover: view({
    ...step,
    kind: 'handover',
    to: 'B',
    thought: 'Change over',
    detail: 'One breath each, then B speaks.',
    dial: running({ kind: 'single', seconds: 20 }, 6000),
  }),
  'handover-none': view({ ...step, kind: 'handover', to: null, thought: 'Change over', detail: null }),
  rounds: view({
    ...turn,
    side: 'B',
    floor: 'B has the floor',
    listens: 'A listens',
    title: 'Noticing bids',
    thought: 'Ask for something small',
    detail: 'Would you…',
    position: 'Round 2 of 6',
    dial: running({ kind: 'rounds', seconds: 60 }, 20_000),
  }),
  pacer: view({
    ...step,
    kind: 'pacer',
    title: 'Settle',
    thought: 'Let the breath out be longer',
    detail: 'Or breathe your own way.',
    inWord: 'In',
    outWord: 'Out',
    dial: stopped({ kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 18 }, 32_900),
  }),
  'pacer-running': view({
    ...step,
    kind: 'pacer',
    title: 'Settle',
    thought: 'Let the breath out be longer',
    detail: 'Or breathe your own way.',
    inWord: 'In',
    outWord: 'Out',
    dial: running({ kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 18 }, 32_900),
  }),
  'pacer-reduced': view(
    {
      ...step,
      kind: 'pacer',
      title: 'Settle',
      thought: 'Let the breath out be longer',
      detail: 'Or breathe your own way.',
      inWord: 'In',
      outWord: 'Out',
      dial: running({ kind: 'pacer', inSeconds: 4, outSeconds: 6, cycles: 18 }, 32_400),
    },
    { look: { ...look, motion: 'reduced' } },
  ),
  timeout: view({
    ...step,
    kind: 'timeout',
    thought: 'Apart, and soothing',
    detail: 'Walk, water, warm hands. No rehearsing of arguments.',
    returnWord: 'Back together at',
    over: 'It is time to come back to each other.',
    dial: running({ kind: 'timeout', seconds: 1200, rehearsal: false }, minutes(6)),
  }),
  'timeout-rehearsal': view(
    {
      ...step,
      kind: 'timeout',
      thought: 'Apart, and soothing',
      detail: 'Feet on the floor. Long breaths out.',
      returnWord: 'Back together at',
      over: 'It is time to come back to each other.',
      rehearsal: 'Rehearsal: a real timeout is 20 minutes or more',
      dial: running({ kind: 'timeout', seconds: 120, rehearsal: true }, 30_000),
    },
    { look: { ...look, clock: { hour12: true, am: '{hour}:{minute} AM', pm: '{hour}:{minute} PM' } } },
  ),
  break: view({
    ...step,
    kind: 'break',
    title: 'Saturday',
    thought: 'Break',
    detail: 'Tea is in the garden room.',
    returnWord: 'We go on at',
    over: 'We begin again as soon as everyone is back.',
    dial: running({ kind: 'until', at: Date.UTC(2026, 9, 17, 8, 30) }, minutes(3)),
  }),
  'break-over': view({
    ...step,
    kind: 'break',
    title: 'Break',
    thought: 'Break',
    detail: null,
    returnWord: 'We go on at',
    over: 'We begin again as soon as everyone is back.',
    dial: running({ kind: 'until', at: Date.UTC(2026, 9, 17, 8, 10) }, minutes(20)),
  }),
  'timeout-over': view({
    ...step,
    kind: 'timeout',
    thought: 'Apart, and soothing',
    detail: 'Walk, water, warm hands. No rehearsing of arguments.',
    returnWord: 'Back together at',
    over: 'It is time to come back to each other.',
    dial: stopped({ kind: 'timeout', seconds: 1200, rehearsal: false }, minutes(21)),
  }),
  'turn-under-a-minute': view({ ...turn, dial: stopped({ kind: 'turns', seconds: 60 }, 20_000) }),
  'step-under-a-minute': view({
    ...step,
    kind: 'step',
    speaker: 'Together',
    dial: stopped({ kind: 'single', seconds: 60 }, 20_000),
  }),
  'timer-countdown': view({
    ...step,
    kind: 'timer',
    title: 'Writing',
    thought: 'Write, each for yourself',
    detail: null,
  }),
  'timer-count-up': view(
    {
      ...step,
      kind: 'timer',
      title: 'Timer',
      thought: 'Take the time it takes',
      detail: null,
      dial: running({ kind: 'count-up' }, minutes(71.4)),
    },
    { look: { ...look, digits: 'seconds' } },
  ),
  'test-card': view({ kind: 'test-card', title: 'Display 2', line: 'The words stay inside the dashed line.' }),
  blank: view({ kind: 'neutral' }, { cover: { kind: 'blank' } }),
  holding: view(
    { ...step, kind: 'step', speaker: 'Together' },
    { cover: { kind: 'holding', sentence: 'We are taking a moment. There is no hurry.' } },
  ),
  help: view(
    { kind: 'neutral' },
    {
      cover: {
        kind: 'help',
        title: 'If you need someone now',
        sentence: 'You can leave the room at any time. These lines are free.',
        lines: [
          { name: 'Crisis line', number: '988', note: 'Call or text, day and night' },
          { name: 'Violence in a partnership', number: '1-800-799-7233', note: 'Call from a private place' },
        ],
      },
    },
  ),
  message: view(turn, { message: 'Lunch is in the garden today' }),
  'message-long': view(turn, {
    message:
      'Please bring your chairs back into the big circle, put the pens in the basket, and take a glass of water before we go on together',
  }),
  cue: view(
    { ...step, kind: 'step', speaker: 'Together' },
    { cue: { id: 1, cue: 'chime', words: 'The bell has rung' } },
  ),
  'long-step': view({
    ...step,
    kind: 'step',
    speaker: 'In silence',
    title: 'What we protect together, and how we remind each other of it kindly',
    thought: longThought,
    detail:
      'Write one line for each: the moment, the place in the body, the move that followed, and what it may have been guarding for you.',
    position: 'Part 3 of 4',
  }),
  'long-rehearsal': view({
    ...turn,
    title: 'A timeout that ends in return, with a phrase for the landing',
    position: 'Round 2 of 4',
    thought: 'I am going out to calm down, and I will be back',
    detail: 'Say the time out loud. Wait for a nod. Then turn and walk three steps away from each other.',
    rest: 'Finish the sentence you are in, then rest',
    rehearsal:
      'This is a rehearsal: a real timeout is at least twenty minutes and at most a day, and ends at the time you said',
  }),
  german: view(
    {
      ...turn,
      title: 'Unterbrechungsvereinbarung',
      floor: 'A hat das Wort',
      thought: 'Wie sich Verbundenheitsbedürfnisse bei mir bemerkbar machen',
      detail: 'Beginne mit dem Körper: Zuerst spüre ich die Anspannung in der Schultermuskulatur…',
      rest: 'Bringe deinen Satz zu Ende',
      position: 'Runde 2 von 6',
      dial: stopped({ kind: 'turns', seconds: 60 }, minutes(2)),
    },
    { look: { ...look, language: 'de' } },
  ),
  unbroken: view({
    ...step,
    kind: 'step',
    speaker: 'Together',
    thought: 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3).slice(0, 120),
    detail: null,
  }),
  arabic: view(
    {
      ...turn,
      title: 'طقس الداخل',
      floor: 'الكلمة الآن لـ A',
      thought: 'ما الذي أشعر به في داخلي',
      detail: 'عندما أشعر بالبعد عنك، يشعر جسدي…',
    },
    { look: { ...look, language: 'ar' } },
  ),
  'too-much': view({
    ...step,
    kind: 'step',
    speaker: 'In silence',
    thought: `${longThought} today or later`.slice(0, 160),
    detail: 'wwww mmmm '.repeat(20).trim(),
    rehearsal: 'Rehearsal of something that takes a long while to say '.repeat(3).slice(0, 190),
  }),
};
