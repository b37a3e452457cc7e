import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import type { App } from '../rig/app';
import { expect } from '../rig/test';

export const evening = 'Lantern evening';
export const pair = 'Ada & Bo';
export const firstNote = 'Asked for the seat by the door.';

/** A run that is on: the console, the wall, and where the documents stand. */
export interface Led {
  readonly desk: ConsolePage;
  readonly room: RoomPage;
}

/** A retreat on Run, its room open, its first item started. */
async function begin(app: App): Promise<Led> {
  const desk = await consoleOf(app);
  await desk.home.startRetreat({ program: 'One evening', name: evening, couples: `${pair}\nCleo & Dara` });
  await desk.prepare.run.click();
  const room = new RoomPage(await app.room());
  await desk.run.lead('Next').click();
  await desk.run.lead('Start').click();
  return { desk, room };
}

/** A retreat with a note, all on the disk, and its first item running on the wall. */
export async function lead(app: App): Promise<Led> {
  const { desk, room } = await begin(app);
  await expect(desk.run.lead('Pause')).toBeVisible();
  await desk.run.note(pair).fill(firstNote);
  await expect(desk.run.couple(pair)).toContainText('Saved');
  await desk.saved();
  return { desk, room };
}

/** A retreat on Run, its room open, its second step ("You may always pass") running. */
export async function leadSecondStep(app: App): Promise<Led> {
  const { desk, room } = await begin(app);
  await desk.run.lead('Next').click();
  await expect(room.thought).toHaveText('You may always pass');
  return { desk, room };
}

/** The room does not wait for the disk: its timer runs, and what is pressed is on the wall within a second. */
export async function roomGoesOn({ desk, room }: Led): Promise<void> {
  const left = (await desk.run.left.textContent()) ?? '';
  await expect(desk.run.left).not.toHaveText(left);
  const thought = (await room.thought.textContent()) ?? '';
  await desk.run.lead('Next').click();
  await expect(room.thought).not.toHaveText(thought, { timeout: 1000 });
  await desk.run.lead('Back').click();
  await expect(room.thought).toHaveText(thought, { timeout: 1000 });
}
