import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeDocument } from '../../electron/library/codec/document';
import { pathsOf } from '../../electron/library/store/layout';
import { documentKinds } from '../../shared/session/documents/documents';
import { giveToUser } from '../rig/stage';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';

const count = 60;
const { shape } = documentKinds.retreat;

/** Fills a library with retreats that have a title and little else, the first one saved last. */
function plantShelf(library: string): void {
  for (let n = 1; n <= count; n += 1) {
    const id = `shelf-${n}`;
    const body = shape.parse({
      id,
      title: `Gathering ${n} of many`,
      program: 'evening',
      createdAt: 0,
      demo: false,
      currentDay: `${id}-d1`,
      days: [{ id: `${id}-d1`, date: '2026-03-06', start: '19:00', items: [], endedAt: null }],
      couples: [],
    });
    const { file } = pathsOf(library, documentKinds.retreat, id);
    const savedAt = new Date(Date.UTC(2026, 2, 6) - n * 86_400_000).toISOString();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      encodeDocument(documentKinds.retreat, { id, generation: 1, device: '', from: null, savedAt, body }),
    );
  }
  giveToUser(library);
}

test('a long shelf is made as it is looked at, and searched whole', async ({ launch, userData }) => {
  plantShelf(join(userData, 'library'));
  const app = await launch({ userData });
  const { page, home } = await consoleOf(app);
  const titles = home.retreats.getByText(/^Gathering \d+ of many$/);
  await expect(titles.first()).toHaveText('Gathering 1 of many');
  expect(await titles.count()).toBeLessThan(count / 2);

  await home.retreats.getByRole('searchbox', { name: 'Search retreats' }).fill(`Gathering ${count} of`);
  await expect(titles).toHaveText([`Gathering ${count} of many`]);
  await home.retreats.getByRole('searchbox', { name: 'Search retreats' }).fill('');

  await titles.first().hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 2000);
      return titles.count();
    })
    .toBe(count);
  await expect(titles.last()).toHaveText(`Gathering ${count} of many`);
});

/** Two retreats of three couples and of one, which is in both. */
function plantTwo(library: string): void {
  const partner = (name: string) => ({ name, present: true });
  const couple = (n: number) => ({
    id: `couple-${n}`,
    seat: n,
    A: partner(`Ada ${n}`),
    B: partner(`Bo ${n}`),
    status: 'present',
    leftOn: null,
    timeout: null,
  });
  const plant = (kind: 'retreat' | 'note', id: string, body: unknown): void => {
    const { file } = pathsOf(library, documentKinds[kind], id);
    const savedAt = new Date(Date.UTC(2026, 2, 6)).toISOString();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      encodeDocument(documentKinds[kind], { id, generation: 1, device: '', from: null, savedAt, body }),
    );
  };
  for (const [id, seats] of [
    ['autumn', [1, 2, 3]],
    ['winter', [3]],
  ] as const) {
    const day = { id: `${id}-d1`, date: '2026-03-06', start: '19:00', items: [], endedAt: null };
    const about = { id, title: `The ${id} retreat`, program: 'evening', createdAt: 0, demo: false };
    plant('retreat', id, shape.parse({ ...about, currentDay: day.id, days: [day], couples: seats.map(couple) }));
  }
  for (const n of [1, 2, 3]) plant('note', `couple-${n}`, { id: `couple-${n}`, retreat: 'autumn', note: `Note ${n}` });
  giveToUser(library);
}

test('deleting a retreat says which couples go and which stay, and one that is in another retreat is never touched', async ({
  launch,
  userData,
}) => {
  const library = join(userData, 'library');
  plantTwo(library);
  const app = await launch({ userData });
  const { page, home } = await consoleOf(app);
  const ask = async (title: string) => {
    await home.retreats.getByRole('button', { name: `More for ${title}` }).click();
    await page.getByRole('menuitem', { name: 'Delete the retreat' }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'Delete “The autumn retreat” for good?' });
  await ask('The autumn retreat');
  await expect(dialog).toContainText('2 couples go with it, with everything kept about them.');
  await expect(dialog).toContainText('1 couple is in another retreat too, and stays as it is.');
  await dialog.getByRole('checkbox').check();
  await expect(dialog).toContainText('2 couples stay: what is kept about them, without their names.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await ask('The autumn retreat');
  await expect(dialog.getByRole('checkbox'), 'asked anew each time').not.toBeChecked();
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(home.retreats.getByText('The autumn retreat')).toHaveCount(0);
  await expect.poll(() => readdirSync(join(library, 'couples'))).toEqual(['couple-3']);
  await expect.poll(() => readdirSync(join(library, 'retreats'))).toEqual(['winter']);
});
