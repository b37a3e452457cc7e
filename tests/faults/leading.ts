import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeDocument } from '../../electron/library/codec/document';
import { documentKinds } from '../../shared/session/documents/documents';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import { filesOf } from '../e2e/pages/saved';
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

/** Every document of a library, each read as its kind; refuses when one of them cannot be read. */
export function allDocuments(library: string): Map<string, unknown> {
  const files = [
    ...(['settings', 'live'] as const).map((kind) => [kind, 'only', join(library, `${kind}.json`)] as const),
    ...(['retreat', 'note'] as const).flatMap((kind) =>
      filesOf(library, kind).map((file) => [kind, basename(dirname(file)), file] as const),
    ),
  ];
  const found = new Map<string, unknown>();
  for (const [kind, id, file] of files) {
    const bytes = read(file);
    if (bytes === null) continue;
    const decoded = decodeDocument(documentKinds[kind], bytes);
    if (!decoded.ok) throw new Error(`${file} does not read: ${decoded.code}`);
    found.set(`${kind}-${id}`, decoded.held.body);
  }
  return found;
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The private notes on the disk. */
export function notesIn(library: string): string[] {
  return [...allDocuments(library)].flatMap(([name, body]) =>
    name.startsWith('note-') ? [documentKinds.note.shape.parse(body).note] : [],
  );
}
