import { startBatches } from '../../electron/export/batch';
import { pageCodes } from '../../electron/export/page-codes';
import type { OnStep } from '../../electron/library/contract';
import { startAutosave } from '../../electron/persistence/autosave';
import { keepHandover } from '../../electron/persistence/handover-lock';
import { libraryPointer } from '../../electron/persistence/library-pointer';
import { startOpening } from '../../electron/persistence/open-library';
import { pinFile } from '../../electron/persistence/pin-file';
import type { Clock } from '../../electron/state/clock';
import { createStore } from '../../electron/state/store';
import { surfaces } from '../../electron/surfaces/surfaces';
import type { Now } from '../../shared/room/timer';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import { aBook, aDevice, aNow } from '../make';
import type { Asked, Look } from './core-process';

// The core in a process of its own, which a test may kill. Its clock is moved by the test alone; it is asked by the channel of a fork.

const [userData = '', from = '0'] = process.argv.slice(2);

let ms = Number(from);
let dying: Extract<Asked, { readonly type: 'die-at' }> | null = null;

const onStep: OnStep = (step, kind) => {
  if (dying === null || dying.step !== step || dying.kind !== kind) return;
  dying = { ...dying, times: dying.times - 1 };
  if (dying.times === 0) process.kill(process.pid, 'SIGKILL');
};

const fail = (error: unknown): never => {
  throw error;
};
const now = (): Now => aNow(ms);
const clock: Clock = {
  now,
  onMoved: () => undefined,
  moved: () => undefined,
  shift: ({ live }) => {
    ms += live;
  },
};
const store = createStore(clock, aBook, fail, aDevice);
const pointer = libraryPointer(userData);
const autosave = startAutosave(store, clock, {
  pointer,
  first: startOpening(pointer, onStep),
  log: { event: () => undefined, bug: fail },
  onStep,
});

const lock = keepHandover(
  store,
  clock,
  pinFile(userData, () => now().wall),
  { event: () => undefined, bug: fail },
);

const files = process.env.HOLDFAST_TEST_FILES;
if (files !== undefined) {
  startBatches(store, {
    // What would become a PDF is given as it is.
    print: ({ summary }) => Promise.resolve(new TextEncoder().encode(JSON.stringify(summary))),
    onPaper: () => Promise.resolve('no-printer'),
    printers: () => Promise.resolve([]),
    codeOf: pageCodes(store),
    handing: autosave.handing,
    onStep: (step) => onStep(step, 'file'),
    rest: () => undefined,
    event: () => undefined,
    bug: fail,
  });
  store.report({ type: 'take-home/placed', place: files });
}

type Answers = { readonly [T in Asked['type']]: (asked: Extract<Asked, { readonly type: T }>) => unknown };
const answers: Answers = {
  // What a partner alone may ask comes from the page in their hands.
  do: ({ commands }): Answer[] =>
    commands.map((command) =>
      store.ask(command, surfaces.console.asks.has(command.type) ? surfaces.console : surfaces.handover),
    ),
  'choose-pin': ({ pin }) => lock.choosePin(pin),
  look: (): Look => ({ session: store.session(), now: now() }),
  pass: ({ by }) => {
    ms += by;
  },
  'die-at': (asked) => {
    dying = asked;
  },
  'move-to': ({ folder }) => autosave.moveTo(folder),
  close: ({ closesRun }) => autosave.close(closesRun),
};

const say = (id: number, value: unknown): void => void process.send?.({ id, value });

process.on('message', ({ id, asked }: { readonly id: number; readonly asked: Asked }) => {
  void Promise.resolve(answers[asked.type](asked as never)).then((value) => say(id, value));
});
await autosave.ready;
say(0, null);
