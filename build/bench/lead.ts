import { setTimeout as wait } from 'node:timers/promises';
import type { Eye } from '../../tests/rig/x/eye';
import type { Region } from '../../tests/rig/x/wire';
import { desk, type Hall, wall } from './hall';
import { Running, type Subject } from './subject';

const quietMs = 700;
/** Where a window that does not cover the whole wall would leave it bare. */
const corner: Region = { x: wall.x + wall.width - 8, y: wall.y + wall.height - 8, width: 8, height: 8 };

/** Both subjects draw the same wall, or their figures say nothing of each other. */
async function covers(eye: Eye): Promise<void> {
  if (await eye.isBare(corner)) throw new Error('The second window does not cover the wall.');
}

/** Starts a subject and waits until both its windows are up and still. */
export async function startWindows(subject: Subject, { displays, eye }: Hall): Promise<Running> {
  let running: Running | undefined;
  const start = () => {
    running = new Running(subject, displays);
  };
  await Promise.all([eye.standsStill(desk, quietMs, start), eye.standsStill(wall, quietMs, () => undefined)]);
  if (running === undefined) throw new Error('Nothing was started.');
  await covers(eye);
  return running;
}

/** Starts Holdfast and puts an exercise on the wall, by the keys a facilitator has. */
export async function startExercise(subject: Subject, hall: Hall, title: string, userData: string): Promise<Running> {
  const { displays, eye, keyboard } = hall;
  let running: Running | undefined;
  await eye.standsStill(desk, quietMs, () => {
    running = new Running(subject, displays, userData);
  });
  await eye.standsStill(wall, quietMs, () => void project(hall, title));
  if (running === undefined) throw new Error('Nothing was started.');
  await covers(eye);
  keyboard.press('Escape');
  return running;
}

/** Puts an exercise up by its name, with the palette; the room opens by itself on the projector. */
export async function project({ keyboard }: Hall, title: string): Promise<void> {
  keyboard.press('Control+k');
  await wait(600);
  await keyboard.type(title);
  await wait(400);
  keyboard.press('Return');
}
