import { setTimeout as wait } from 'node:timers/promises';
import type { Staged } from '../../../tests/rig/stage';
import { makeUserFolder } from '../../../tests/rig/stage';
import { monotonicMs, type Region } from '../../../tests/rig/x/wire';
import { type Hall, wall } from '../hall';
import { startExercise, startWindows } from '../lead';
import { plantSettings } from '../library';
import { frameMs } from '../numbers';
import { limitRow, type Row, ratioRow } from '../row';
import { floor, type Subject } from '../subject';

/** Where the words of a step stand, and those of the floor. */
const words: Region = { x: wall.x + 120, y: 300, width: 800, height: 480 };
const betweenMs = 700;

/**
 * From the key to the first changed pixel among the wall's words: the next step of an exercise against one word of a bare page.
 * Motion is reduced, so that the change is a cut: the fade's first frames look like nothing, by design.
 */
export async function nextToPaint(
  subject: Subject,
  ground: Staged,
  halls: [Hall, Hall],
  times: number,
): Promise<Row[]> {
  const [mine, bare] = halls;
  const userData = makeUserFolder();
  plantSettings(userData, { motion: 'reduced' });
  const app = await startExercise(subject, mine, 'floor and echo', userData);
  const base = await startWindows(floor(ground, 'trip'), bare);
  const ours: number[] = [];
  const floors: number[] = [];
  try {
    for (let n = 0; n < times; n += 1) {
      ours.push(await pressed(mine));
      // As long as before ours: a machine that has just worked answers sooner than one that has to wake.
      await wait(betweenMs);
      floors.push(await pressed(bare));
      await wait(betweenMs);
      // Back where it was, so that the words change every time; it is not measured.
      await mine.eye.firstChange(words, () => mine.keyboard.press('PageUp'));
      await wait(betweenMs);
    }
  } finally {
    await app.stop('at once');
    await base.stop();
  }
  const measured = {
    unit: 'ms',
    ours,
    floor: floors,
    floorIs: 'a key through a bare main process into a bare page',
  } as const;
  return [
    ratioRow({ ...measured, figure: 'Next pressed -> room painted' }, 1.3),
    limitRow({ ...measured, figure: 'Next pressed -> room painted, slowest' }, 0.95, {
      ms: 2 * frameMs,
      says: '2 frames',
    }),
  ];
}

export async function pressed({ eye, keyboard }: Hall): Promise<number> {
  let at = 0;
  const seen = await eye.firstChange(words, () => {
    at = monotonicMs();
    keyboard.press('n');
  });
  if (seen === null) throw new Error('Next was pressed and nothing changed on the wall.');
  return seen - at;
}
