import { setTimeout as wait } from 'node:timers/promises';
import { desk, type Hall, wall } from './hall';
import { Running, type Subject } from './subject';

const quietMs = 700;

/** Starts a subject and waits until both its windows are up and still. */
export async function startWindows(subject: Subject, { displays, eye }: Hall): Promise<Running> {
  let running: Running | undefined;
  const start = () => {
    running = new Running(subject, displays);
  };
  await Promise.all([eye.standsStill(desk, quietMs, start), eye.standsStill(wall, quietMs, () => undefined)]);
  if (running === undefined) throw new Error('Nothing was started.');
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
