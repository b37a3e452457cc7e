import { makeUserFolder, type Staged } from '../../../tests/rig/stage';
import { monotonicMs } from '../../../tests/rig/x/wire';
import { desk, type Hall } from '../hall';
import { libraryIn, plantLibrary } from '../library';
import { type Row, ratioRow } from '../row';
import { floor, Running, type Subject } from '../subject';

/** A picture that has not changed for so long is the finished one. */
const quietMs = 1200;

interface Start {
  readonly subject: Subject;
  readonly userData: string;
}

/** A bare window with a static page, against Holdfast on an empty library: from the start of the program to the finished picture. */
export async function coldStart(subject: Subject, ground: Staged, hall: Hall, times: number): Promise<Row[]> {
  const [ours, bare] = await serialQueue(
    hall,
    { subject, userData: makeUserFolder() },
    { subject: floor(ground, 'one'), userData: makeUserFolder() },
    times,
  );
  const floorIs = 'a bare Electron window with a static page';
  return [ratioRow({ figure: 'cold start to a usable console', unit: 'ms', ours, floor: bare, floorIs }, 1.6)];
}

/** Holdfast on a library that many years have filled, a record to each couple, against Holdfast on an empty one. */
export async function largeLibrary(subject: Subject, hall: Hall, times: number): Promise<Row[]> {
  const full = makeUserFolder();
  plantLibrary(libraryIn(full), { retreats: 200, couples: 10_000, entries: 20 });
  const [ours, empty] = await serialQueue(
    hall,
    { subject, userData: full },
    { subject, userData: makeUserFolder() },
    times,
  );
  const figure = 'start with 200 retreats, 10,000 couples and records';
  return [ratioRow({ figure, unit: 'ms', ours, floor: empty, floorIs: 'start with an empty library' }, 1.2)];
}

/** One after the other, so that whatever else the machine does falls on both. The first start of each fills caches and is not counted. */
async function serialQueue(hall: Hall, one: Start, other: Start, times: number): Promise<[number[], number[]]> {
  const all: [number[], number[]] = [[], []];
  for (let n = -1; n < times; n += 1) {
    for (const [which, start] of [one, other].entries()) {
      const ms = await startOnce(hall, start);
      if (n >= 0) all[which]?.push(ms);
    }
  }
  return all;
}

/**
 * Milliseconds from starting a program until the picture on the laptop's display is the finished one, seen from outside. Nothing
 * inside is asked: a first frame, a spinner or a list that comes late do not count as usable.
 */
async function startOnce({ displays, eye }: Hall, { subject, userData }: Start): Promise<number> {
  const begun: { at: number; running?: Running } = { at: 0 };
  try {
    const last = await eye.standsStill(desk, quietMs, () => {
      begun.at = monotonicMs();
      begun.running = new Running(subject, displays, userData);
    });
    return last - begun.at;
  } finally {
    await begun.running?.stop();
  }
}
