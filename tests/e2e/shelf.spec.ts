import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeDocument } from '../../electron/library/codec/document';
import { placeOf } from '../../electron/library/store/layout';
import { documentKinds } from '../../shared/session/documents/documents';
import { giveToUser } from '../rig/stage';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';

const count = 60;

/** Fills a library with retreats that have a title and little else, the first one saved last. */
function plantShelf(library: string): void {
  const { shape } = documentKinds.retreat;
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
    const { file } = placeOf(library, documentKinds.retreat, id);
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
