import { setTimeout as wait } from 'node:timers/promises';
import type { App } from '../../../tests/rig/app';
import { makeUserFolder, type Staged } from '../../../tests/rig/stage';
import { monotonicMs } from '../../../tests/rig/x/wire';
import { beganAt, figures, letRun, nearest } from '../flips';
import { desk, type Hall } from '../hall';
import { launchWatched } from '../launch';
import { plantSettings } from '../library';
import { frameMs } from '../numbers';
import { placeOf } from '../place';
import { limitRow, type Row } from '../row';
import { floor, Running } from '../subject';

const quietMs = 700;
const oneFrame = { ms: frameMs, says: '1 frame (16.7 ms)' };

/**
 * When the digits of the console and of the wall flip on the displays, against the true moment: when the step began, plus whole
 * seconds, on the clock of the main process. Playwright only tells where the digits stand; the eye does the watching.
 */
export async function digits(staged: Staged, ground: Staged, halls: [Hall, Hall], seconds: number): Promise<Row[]> {
  const [hall, bare] = halls;
  const { eye } = hall;
  const counting = new Running(floor(ground, 'flip'), bare.displays);
  const userData = makeUserFolder();
  plantSettings(userData, { motion: 'reduced', digits: 'seconds' });
  let app: App | undefined;
  try {
    const launching = launchWatched(staged, hall, { userData });
    await eye.standsStill(desk, quietMs, () => undefined);
    app = await launching;
    await letRun(hall);
    const [mine, theirs] = [await placeOf(app, 'console:', figures), await placeOf(app, 'room:', figures)];
    const began = await beganAt(app);
    const seen = { console: [] as number[], room: [] as number[], floor: [] as number[] };
    const ends = [
      await eye.watch(mine, (at) => seen.console.push(at)),
      await eye.watch(theirs, (at) => seen.room.push(at)),
      await bare.eye.watch(desk, (at) => seen.floor.push(at)),
    ];
    const from = Math.ceil((monotonicMs() - began) / 1000) + 1;
    await wait((seconds + 2) * 1000);
    for (const end of ends) end();
    const flips = Array.from({ length: seconds }, (_, n) => began + (from + n) * 1000);
    const late = {
      console: flips.map((at) => nearest(seen.console, at)),
      room: flips.map((at) => nearest(seen.room, at)),
      floor: wholeSeconds(flips).map((at) => nearest(seen.floor, at)),
    };
    return rows(late);
  } finally {
    await app?.kill9();
    await counting.stop();
  }
}

interface Late {
  readonly console: readonly number[];
  readonly room: readonly number[];
  readonly floor: readonly number[];
}

function rows({ console, room, floor: bare }: Late): Row[] {
  const floorIs = 'a bare page that writes each second when its timer fires; the goal is one frame of 60 Hz';
  const measured = { unit: 'ms', floor: bare.map(Math.abs), floorIs } as const;
  const row = (figure: string, ours: number[]) => limitRow({ ...measured, figure, ours }, 0.99, oneFrame);
  return [
    row('a digit flips: console against true time', console.map(Math.abs)),
    row('a digit flips: room against true time', room.map(Math.abs)),
    row(
      'a digit flips: console and room apart',
      console.map((late, at) => Math.abs(late - (room[at] ?? Number.NaN))),
    ),
  ];
}

/** The whole seconds of the wall clock that follow these moments. */
function wholeSeconds(moments: readonly number[]): number[] {
  const wallIsAhead = Date.now() - monotonicMs();
  return moments.map((at) => Math.ceil((at + wallIsAhead) / 1000) * 1000 - wallIsAhead);
}
