import { setTimeout as wait } from 'node:timers/promises';
import type { Staged } from '../../../tests/rig/stage';
import { monotonicMs } from '../../../tests/rig/x/wire';
import { BarePrinter, catchNext, caughtIn } from '../finished-page';
import { beganAt, figures, letRun, nearest } from '../flips';
import type { Hall } from '../hall';
import { frameMs, quantile } from '../numbers';
import { placeOf } from '../place';
import { pssMb } from '../process-tree';
import { limitRow, type Row, ratioRow } from '../row';
import { copiesOf, couples, TakeHome } from '../take-home';

const few = 3;
const warmUps = 3;
/** A flip is seen a little after its moment. */
const lateMs = 500;
/** The turn that runs is four minutes long: it is left before it ends. */
const turnMs = 200_000;

/**
 * From one couple's PDF on the disk to the next, in a batch of thirty, everything between them included; against `printToPDF` of the
 * page of one of them, which a bare window has had before it all the time.
 */
export async function batch(staged: Staged, ground: Staged, halls: [Hall, Hall], times: number): Promise<Row[]> {
  const [hall, bare] = halls;
  const home = await TakeHome.open(staged, hall);
  const ours: number[] = [];
  const floor: number[] = [];
  let printer: BarePrinter | undefined;
  try {
    await catchNext(home.app);
    await home.make(copiesOf(1, ['joint']));
    printer = await BarePrinter.start(ground, bare, await caughtIn(home.app));
    for (let n = 0; n < warmUps; n += 1) await printer.print();
    for (let n = 0; n < times; n += 1) {
      const there = await home.make(copiesOf(couples, ['joint']));
      ours.push(...there.map((at, which) => at - (there[which - 1] ?? 0)));
      for (let one = 0; one < couples; one += 1) floor.push((await printer.print()).ms);
    }
  } finally {
    await home.app.kill9();
    await printer?.stop();
  }
  const floorIs = '`printToPDF` of the finished page of one couple, in a bare window';
  return [ratioRow({ figure: 'one couple’s PDF in a batch of 30', unit: 'ms', ours, floor, floorIs }, 1.5)];
}

/** The most memory that all processes hold at once while PDFs of thirty couples are made, against those of three; each in a start of its own. */
export async function batchMemory(staged: Staged, hall: Hall, times: number): Promise<Row[]> {
  const peak = async (count: number): Promise<number> => {
    const home = await TakeHome.open(staged, hall);
    const { pid } = home.app.electron.process();
    if (pid === undefined) throw new Error('The program did not start.');
    let most = 0;
    try {
      await home.make(copiesOf(count, ['joint']), () => {
        most = Math.max(most, pssMb(pid));
      });
    } finally {
      await home.app.kill9();
    }
    return most;
  };
  const ours: number[] = [];
  const floor: number[] = [];
  for (let n = 0; n < times; n += 1) {
    floor.push(await peak(few));
    ours.push(await peak(couples));
  }
  const figure = 'peak memory while 30 couples’ PDFs are made';
  return [ratioRow({ figure, unit: 'MB', ours, floor, floorIs: 'the same with 3 couples' }, 1.2)];
}

/**
 * When the wall's digits flip while PDFs are made one after another, and, in turn and for as long, while none are; each against the true
 * moment.
 */
export async function batchFlips(staged: Staged, hall: Hall, seconds: number): Promise<Row[]> {
  const home = await TakeHome.open(staged, hall, () => letRun(hall));
  const ours: number[] = [];
  const floor: number[] = [];
  try {
    const began = await beganAt(home.app);
    const seen: number[] = [];
    const end = await hall.eye.watch(await placeOf(home.app, 'room:', figures), (at) => seen.push(at));
    const during = async (into: number[], what: () => Promise<unknown>): Promise<number> => {
      const from = monotonicMs();
      await what();
      const to = monotonicMs();
      for (let at = began + 1000 * Math.ceil((from - began) / 1000); at + lateMs < to; at += 1000)
        into.push(Math.abs(nearest(seen, at)));
      return to - from;
    };
    while (ours.length < seconds && monotonicMs() - began < turnMs) {
      const lasted = await during(ours, () => home.make(copiesOf(couples, ['joint'])));
      await during(floor, () => wait(lasted));
    }
    end();
  } finally {
    await home.app.kill9();
  }
  const alone = quantile(floor, 0.99) + frameMs;
  const measured = { figure: 'a digit flips: room, while PDFs are made', unit: 'ms', ours, floor } as const;
  return [
    limitRow({ ...measured, floorIs: 'the same room while none are made' }, 0.99, {
      ms: alone,
      says: 'as without, within a frame',
    }),
  ];
}
