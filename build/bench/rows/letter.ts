import { setTimeout as wait } from 'node:timers/promises';
import { consoleOf } from '../../../tests/e2e/pages/console-page';
import { FormPage, lineOf, oneLine, openForm } from '../../../tests/e2e/pages/form-page';
import { makeUserFolder, type Staged } from '../../../tests/rig/stage';
import type { Hall } from '../hall';
import { launchWatched } from '../launch';
import { libraryIn, plantLibrary, retreatWith } from '../library';
import { frameMs } from '../numbers';
import { placeOf } from '../place';
import { limitRow, type Row } from '../row';
import { BareField, lettersFrom, typed } from '../typing';

const betweenMs = 80;

/**
 * From the key to the first changed pixel of the field, in the form of a couple whose record holds 200 entries, while a timer runs and
 * what is typed is saved; against a field on a bare page. The caret is unseen in both: it blinks by itself.
 */
export async function letter(staged: Staged, ground: Staged, halls: [Hall, Hall], times: number): Promise<Row[]> {
  const [hall, bare] = halls;
  const userData = makeUserFolder();
  plantLibrary(libraryIn(userData), { retreats: 5, couples: 150, entries: 200 });
  const field = await BareField.start(ground, bare);
  const app = await launchWatched(staged, hall, { userData });
  try {
    const desk = await consoleOf(app);
    const form = new FormPage(desk.page);
    await desk.home.retreat(retreatWith('kind-word')).click();
    await desk.goTo('Run');
    await desk.run.control('Open the room').click();
    await app.room();
    await desk.run.lead('Next').click();
    await desk.run.lead('Start').click();
    await openForm({ desk, form }, 1, oneLine);
    const line = lineOf(form.root).first();
    await line.focus();
    await line.evaluate((element: HTMLElement) => element.style.setProperty('caret-color', 'transparent'));
    const region = await placeOf(app, 'console:', () => line);
    const ours: number[] = [];
    const floor: number[] = [];
    for (const key of lettersFrom(times)) {
      ours.push(await typed(hall, key, region));
      await wait(betweenMs);
      floor.push(await field.typed(key));
      await wait(betweenMs);
    }
    const measured = { unit: 'ms', ours, floor, floorIs: 'a letter in a field of a bare page' } as const;
    return [
      limitRow({ ...measured, figure: 'a letter in a form -> painted' }, 0.95, { ms: 2 * frameMs, says: '2 frames' }),
    ];
  } finally {
    await app.kill9();
    await field.stop();
  }
}
