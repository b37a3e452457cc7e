import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { savedRetreat } from './pages/saved';
import { sizeConsole } from './pages/window-facts';

const first = ['Ada', 'Cleo', 'Eli', 'Gil', 'Ida', 'Kai', 'Maximiliana-Josephine', 'Noor', 'Ines', 'Wren'];
const second = ['Bo', 'Dara', 'Bartholomew-Alexander', 'Hana', 'Jo', 'Lou', 'Sam', 'Tomas', 'Aiko', 'Odile'];
const thirty = Array.from(
  { length: 30 },
  (_, n) => `${first[n % 10]} ${second[(n * 3 + Math.floor(n / 10)) % 10]} & Bo ${n + 1}`,
);

test('thirty couples at 1280x800: every seat in sight, each card in its place, over nobody else’s', async ({
  launch,
  displays,
}) => {
  displays.reset('1920x1080');
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  await sizeConsole(app, page, { width: 1280, height: 800 });
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: thirty.join('\n') });
  await prepare.run.click();
  await run.lead('Next').click();
  await expect(run.notes).toContainText('Welcome');
  const seats = run.couples.getByRole('button', { name: /^Seat \d/ });

  await test.step('all thirty in sight, no name broken or over its edge', async () => {
    await expect(seats).toHaveCount(30);
    for (const seat of await seats.all()) await expect(seat).toBeInViewport({ ratio: 1 });
    // What the bars of the window and the menu leave of a laptop's 800 lines.
    await sizeConsole(app, page, { width: 1280, height: 748 });
    for (const seat of await seats.all()) await expect(seat).toBeInViewport({ ratio: 1 });
    // A wide and low one has as much, and still half a dozen lines of notes beside the whole roster.
    await sizeConsole(app, page, { width: 1366, height: 722 });
    for (const seat of await seats.all()) await expect(seat).toBeInViewport({ ratio: 1 });
    const lines = await page.getByRole('tabpanel').evaluate((panel) => {
      const line = Number.parseFloat(getComputedStyle(panel.querySelector('h3 + p') ?? panel).lineHeight);
      return panel.clientHeight / line;
    });
    expect(lines).toBeGreaterThan(6);
    await sizeConsole(app, page, { width: 1280, height: 800 });
    const broken = await seats.evaluateAll(
      (all) =>
        all.flatMap((seat) =>
          [...seat.querySelectorAll('span span')].filter((line) => {
            const { height } = line.getBoundingClientRect();
            return height > 1.5 * Number.parseFloat(getComputedStyle(line).lineHeight);
          }),
        ).length,
    );
    expect(broken).toBe(0);
  });

  await test.step('a click opens the card below its row; no seat is covered and none changes its side', async () => {
    const left = (seat: typeof seats | ReturnType<typeof seats.nth>) => seat.boundingBox().then((box) => box?.x);
    const before = await Promise.all([0, 1, 2, 3, 4].map((n) => left(seats.nth(n))));
    await seats.nth(1).click();
    const card = run.couples.getByRole('listitem', { name: thirty[1] ?? '' });
    await expect(card).toBeInViewport({ ratio: 1 });
    expect(await Promise.all([0, 1, 2, 3, 4].map((n) => left(seats.nth(n))))).toEqual(before);
    const over = await card.evaluate((element) => {
      const at = element.getBoundingClientRect();
      return [...document.querySelectorAll('[aria-expanded][aria-label^="Seat"]')].filter((seat) => {
        const { top, bottom } = seat.getBoundingClientRect();
        return top < at.bottom - 1 && bottom > at.top + 1;
      }).length;
    });
    expect(over).toBe(0);
    await card.getByText('Late', { exact: true }).click();
    await expect(seats.nth(1)).toHaveAccessibleName(/, Late/);
    await expect(run.here).toHaveText('29 of 30 here');
    await run.couples.getByRole('textbox', { name: /Private note/ }).fill('Asked for the chairs near the window.');
    await expect(seats.nth(1)).toHaveAccessibleName(/, Noted/);
  });

  await test.step('another seat opens its own card, and the first one closes', async () => {
    await seats.nth(28).click();
    await expect(run.couples.getByRole('listitem', { name: thirty[28] ?? '' })).toBeInViewport({ ratio: 1 });
    await expect(seats.nth(1)).toHaveAttribute('aria-expanded', 'false');
    await seats.nth(28).click();
    await expect(run.couples.getByRole('radiogroup')).toHaveCount(0);
  });

  await test.step('“29 of 30 here” says who is late and who is noted, and leads to them', async () => {
    await run.here.click();
    await expect(run.couples.getByRole('list', { name: 'Late' })).toContainText(thirty[1] ?? '');
    await run.couples.getByRole('list', { name: 'Noted' }).getByRole('button').click();
    await expect(run.couples.getByRole('textbox', { name: /Private note/ })).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('everyone is here in one action, and it is taken back in one', async () => {
    const status = () => savedRetreat(app).couples.find(({ seat }) => seat === 2)?.status;
    await expect.poll(status).toBe('late');
    await run.here.click();
    await run.couples.getByRole('button', { name: 'Everyone is here', exact: true }).click();
    await expect(run.here).toHaveText('30 of 30 here');
    await expect.poll(status).toBe('present');
    await run.day.getByRole('button', { name: 'Undo the last change to the plan' }).click();
    await expect.poll(status).toBe('late');
  });

  await test.step('a search finds a seat by its number, in words, and both names in any order', async () => {
    const find = run.couples.getByRole('textbox', { name: 'Find a name or seat' });
    for (const wanted of ['29', 'seat 29', 'Seat 29', 'bo ada 21']) {
      await find.fill(wanted);
      await expect(seats.first(), wanted).toBeVisible();
      await expect(seats, wanted).toHaveCount(1);
    }
    await page.keyboard.press('Escape');
    await expect(seats).toHaveCount(30);
    await expect(find).not.toBeFocused();
  });
});

test('eight couples and fewer are a list, in which a note that is written lies over nobody else', async ({
  launch,
}) => {
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run } = desk;
  const pairs = ['Ada & Bo', 'Cleo & Dara', 'Eli & Fay'];
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: pairs.join('\n') });
  await expect(prepare.name).toHaveValue('Lantern evening');
  await desk.goTo('Run');
  await run
    .note('Ada & Bo')
    .fill('Asked for the chairs near the window, and for a break whenever it gets loud. '.repeat(3));
  const note = await run.note('Ada & Bo').boundingBox();
  const next = await run.couple('Cleo & Dara').boundingBox();
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual(next?.y ?? 0);
  await run.note('Cleo & Dara').click();
  await expect(run.note('Cleo & Dara')).toBeFocused();
});
