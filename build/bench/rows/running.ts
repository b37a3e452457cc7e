import { setTimeout as wait } from 'node:timers/promises';
import { makeUserFolder, type Staged } from '../../../tests/rig/stage';
import { monotonicMs } from '../../../tests/rig/x/wire';
import type { Hall } from '../hall';
import { startExercise, startWindows } from '../lead';
import { median, ratioOfMedians, slope } from '../numbers';
import { cpuBetween, cpuMs, pssMb } from '../process-tree';
import { type Row, ratioRow } from '../row';
import { floor, Running, type Subject } from '../subject';

/** What starting up has left behind is not what running costs. */
const warmUpMs = 10_000;
const sampleMs = 10_000;
/** The turn that runs is four minutes long: it is begun again before it ends. */
const againMs = 200_000;
/** Growth over the whole run that counts as none, as a share of what was there. */
const still = 0.02;

interface Samples {
  readonly minutes: number[];
  readonly mb: number[];
  readonly cpu: number[];
}

/**
 * Holdfast leading a turn on the wall beside the floor with its two still windows, at the same time and each on displays of its
 * own: memory and processor time, looked at every ten seconds.
 */
export async function running(subject: Subject, ground: Staged, halls: [Hall, Hall], minutes: number): Promise<Row[]> {
  const [mine, bare] = halls;
  const app = await startExercise(subject, mine, 'floor and echo', makeUserFolder());
  const base = await startWindows(floor(ground, 'two'), bare);
  try {
    mine.keyboard.press('2');
    await wait(1000);
    mine.keyboard.press('PageDown');
    await wait(warmUpMs);
    const [ours, floors] = await sample(app, base, minutes, () => mine.keyboard.press('r'));
    const counting = await bareCpu('seconds', ground, bare);
    const ring = await bareCpu('ring', ground, bare);
    return [...rows(ours, floors, counting, minutes), ringRow(ours, ring)];
  } finally {
    await app.stop('at once');
    await base.stop();
  }
}

async function sample(app: Running, base: Running, minutes: number, again: () => void): Promise<[Samples, Samples]> {
  const all: [Samples, Samples] = [
    { minutes: [], mb: [], cpu: [] },
    { minutes: [], mb: [], cpu: [] },
  ];
  const began = monotonicMs();
  let begun = began;
  while (monotonicMs() - began < minutes * 60_000) {
    const before = [app, base].map(({ pid }) => ({ cpu: cpuMs(pid), at: monotonicMs() }));
    await wait(sampleMs);
    for (const [which, { pid }] of [app, base].entries()) {
      const samples = all[which];
      const first = before[which];
      if (samples === undefined || first === undefined) continue;
      const at = monotonicMs();
      samples.cpu.push((100 * cpuBetween(first.cpu, cpuMs(pid))) / (at - first.at));
      samples.mb.push(pssMb(pid));
      samples.minutes.push((at - began) / 60_000);
    }
    // What is beyond one turn begins again, so that the ring is never at rest.
    if (monotonicMs() - begun < againMs) continue;
    again();
    begun = monotonicMs();
  }
  return all;
}

/**
 * What two windows with nothing of ours cost, by what they draw: the usual ring, which section 8 of the design puts at 68 times the
 * still ones, or the least a timer is, a figure for each second.
 */
async function bareCpu(shape: 'ring' | 'seconds', ground: Staged, hall: Hall): Promise<number[]> {
  const bare = new Running(floor(ground, shape), hall.displays);
  await wait(warmUpMs);
  const samples: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const [before, from] = [cpuMs(bare.pid), monotonicMs()];
    await wait(sampleMs);
    samples.push((100 * cpuBetween(before, cpuMs(bare.pid))) / (monotonicMs() - from));
  }
  await bare.stop();
  return samples;
}

function ringRow(ours: Samples, ring: number[]): Row {
  return ratioRow(
    {
      figure: 'CPU while a turn runs, against a ring in every frame',
      unit: '% of a core',
      ours: ours.cpu,
      floor: ring,
      floorIs:
        'two bare windows with a ring repainted in every frame (68x the still ones in section 8: the goal is 10 of 68)',
    },
    0.15,
  );
}

function rows(ours: Samples, floors: Samples, counting: readonly number[], minutes: number): Row[] {
  const memory = {
    figure: `memory of both windows, ${minutes} minutes of running`,
    unit: 'MB',
    ours: ours.mb,
    floor: floors.mb,
    floorIs: 'two bare windows with a static page',
  } as const;
  const growth = (samples: Samples) => slope(samples.minutes.map((x, at) => ({ x, y: samples.mb[at] ?? Number.NaN })));
  const [mine, theirs] = [growth(ours), growth(floors)];
  const share = (mine * minutes) / median(ours.mb);
  return [
    ratioRow(memory, 1.4),
    {
      ...memory,
      figure: 'memory, slope while running',
      result: `${mine.toFixed(2)} MB a minute (floor ${theirs.toFixed(2)})`,
      goal: `0: at most ${still * 100} % in ${minutes} min`,
      met: share <= still,
    },
    ratioRow(
      {
        figure: 'CPU while a turn runs, no GPU',
        unit: '% of a core',
        ours: ours.cpu,
        floor: floors.cpu,
        floorIs: `two bare windows that stand still; when they count seconds they cost ${median(counting).toFixed(2)} %, ${ratioOfMedians(counting, floors.cpu).toFixed(0)}x`,
      },
      10,
    ),
  ];
}
