import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Version, versions } from '../../shared/couple/summary/version';
import { scopes } from '../../shared/exercise/fields';
import { ask } from '../../tests/e2e/pages/ask';
import { type ConsolePage, consoleOf } from '../../tests/e2e/pages/console-page';
import type { App } from '../../tests/rig/app';
import { makeUserFolder, type Staged } from '../../tests/rig/stage';
import type { Hall } from './hall';
import { launchWatched } from './launch';
import { libraryIn, plantLibrary, plantSettings } from './library';

export const couples = 30;
const pollMs = 100;
const patienceMs = 300_000;

/** The first so many couples' copies, for those it is for. */
export const copiesOf = (count: number, whose: readonly Version[] = versions) =>
  Array.from({ length: count }, (_, n) => whose.map((version) => ({ id: `retreat-0-c${n}`, version }))).flat();

/** Holdfast with a retreat of thirty couples who wrote, practised and said yes to files, at what they take home. */
export class TakeHome {
  readonly app: App;
  readonly desk: ConsolePage;
  readonly #place: string;

  private constructor(app: App, desk: ConsolePage, place: string) {
    this.app = app;
    this.desk = desk;
    this.#place = place;
  }

  /** `before`: what is done while the retreat is open, before its couples are looked at. */
  static async open(
    staged: Staged,
    hall: Hall,
    before: (desk: ConsolePage) => Promise<void> = async () => undefined,
  ): Promise<TakeHome> {
    const userData = makeUserFolder();
    plantLibrary(libraryIn(userData), { retreats: 1, couples, entries: 40, scopes });
    plantSettings(userData, { motion: 'reduced', digits: 'seconds' });
    const app = await launchWatched(staged, hall, { userData });
    const desk = await consoleOf(app);
    await desk.home.retreat('Retreat 0').click();
    await before(desk);
    await desk.page.keyboard.press('Control+5');
    await desk.page.getByRole('tab', { name: 'Take home' }).click();
    const files = couples * versions.length;
    await desk.page.getByRole('button', { name: `Make ${files} files` }).waitFor();
    const documents = await app.electron.evaluate(({ app: main }) => main.getPath('documents'));
    return new TakeHome(app, desk, join(documents, 'Holdfast'));
  }

  /** Has the PDFs of these copies made; when each was there, in milliseconds since the first was asked for. `meanwhile` is done until then. */
  async make(copies: ReturnType<typeof copiesOf>, meanwhile: () => void = () => undefined): Promise<number[]> {
    const before = new Set(this.#folders());
    const asked = Date.now();
    const wanted = copies.map((copy) => ({ ...copy, formats: ['pdf' as const] }));
    await ask(this.desk.page, { type: 'take-home/make', copies: wanted, paper: 'A4', encrypted: false });
    let made: string | undefined;
    while (made === undefined) {
      if (Date.now() - asked > patienceMs) throw new Error('The batch does not end.');
      await wait(pollMs);
      meanwhile();
      // The sums are written when all else is there.
      made = this.#folders().find((name) => !before.has(name) && existsSync(join(this.#place, name, 'SHA256SUMS.txt')));
    }
    const files = readdirSync(join(this.#place, made), { recursive: true, encoding: 'utf8' });
    const pdfs = files.filter((file) => file.endsWith('.pdf')).map((file) => join(this.#place, made, file));
    if (pdfs.length !== copies.length) throw new Error(`${pdfs.length} of ${copies.length} files were made.`);
    return pdfs.map((file) => statSync(file).mtimeMs - asked).sort((one, other) => one - other);
  }

  #folders(): string[] {
    return existsSync(this.#place) ? readdirSync(this.#place) : [];
  }
}
