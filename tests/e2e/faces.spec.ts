import type { Page } from '@playwright/test';
import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { settled } from './pages/screen-facts';

const names = [
  '李',
  '김',
  'さくら',
  'अनिता',
  'علي',
  'Łukasz',
  '👩‍👩‍👧',
  'Ωμέγα',
  'Весна',
  'นภา',
  'রূপা',
  'ธิดา',
  'שירה',
  'ნინო',
  '🌊',
  '정은',
  '陳',
];
const couples = names.map((_, n) => `A${n} & B${n}`).join('\n');

/**
 * The letters of a text that its page draws as it draws a code point nobody has assigned: an empty box. They are drawn in the faces of
 * the element that shows the text.
 */
function boxes(page: Page, text: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const elements = [...document.querySelectorAll<HTMLElement>('body *')];
    const holds = (element: HTMLElement): boolean =>
      element instanceof HTMLInputElement
        ? element.value.includes(wanted)
        : (element.textContent ?? '').includes(wanted);
    const shows = elements.findLast((element) => holds(element) && element.checkVisibility());
    if (shows === undefined) return ['it is not shown'];
    const { fontFamily, fontWeight } = getComputedStyle(shows);
    const canvas = new OffscreenCanvas(240, 80);
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (brush === null) return ['no canvas'];
    const drawn = (letter: string): string => {
      brush.clearRect(0, 0, 240, 80);
      brush.font = `${fontWeight} 40px ${fontFamily}`;
      brush.fillText(letter, 20, 60);
      return String(brush.getImageData(0, 0, 240, 80).data);
    };
    // Some fonts write the number of a letter they lack into its box: as it is drawn for any other is not enough to look at then.
    const box = ['\u0378', '\u{10FFFE}', '\u{3FFFD}'].map(drawn);
    const letters = [...new Intl.Segmenter().segment(wanted)].map(({ segment }) => segment);
    return letters.filter((letter) => letter.trim() !== '' && box.includes(drawn(letter)));
  }, text);
}

/** The further faces a page knows of, and how many of them it has read. */
const far = (page: Page): Promise<{ readonly known: number; readonly read: number }> =>
  page.evaluate(() => {
    const faces = [...document.fonts].filter(({ family }) => /Noto|Literata/.test(family));
    return { known: faces.length, read: faces.filter(({ status }) => status === 'loaded').length };
  });

test('a name in any script is no row of empty boxes, in the console and on the wall', async ({ launch, displays }) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, run, page } = desk;
  const title = names.slice(0, 9).join(' ');
  await home.startRetreat({ program: 'One evening', name: title, couples });
  for (const [n, name] of names.entries()) {
    await prepare.couples.getByRole('textbox', { name: `Name of A at seat ${n + 1}`, exact: true }).fill(name);
    await page.keyboard.press('Enter');
  }
  for (const name of [...names, title]) await expect.poll(() => boxes(page, name), name).toEqual([]);
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await page.keyboard.press('Shift+W');
  await room.shows('welcome');
  await expect.poll(() => boxes(room.page, title)).toEqual([]);
  await expect(run.day).toBeVisible();
  for (const name of names) await expect.poll(() => boxes(page, name), name).toEqual([]);
  // A family is one picture, and not three beside each other.
  const width = (letter: string): Promise<number> =>
    page.evaluate((drawn) => {
      const brush = new OffscreenCanvas(1, 1).getContext('2d');
      if (brush === null) return 0;
      brush.font = `40px ${getComputedStyle(document.body).fontFamily}`;
      return brush.measureText(drawn).width;
    }, letter);
  expect(await width('👩‍👩‍👧')).toBeLessThan(1.5 * (await width('👩')));
});

test('no page knows of further faces, or asks the disk for one, before it has a letter that needs it', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { home, prepare, page } = desk;
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: 'Ada & Bo' });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  await page.keyboard.press('Shift+W');
  await room.shows('welcome');
  for (const on of [page, room.page]) {
    await settled(on);
    expect(await far(on)).toEqual({ known: 0, read: 0 });
  }
  // And then of its hundreds only the few that hold those letters.
  await desk.goTo('Prepare');
  await prepare.name.fill('李');
  await page.keyboard.press('Enter');
  for (const on of [page, room.page]) {
    await expect.poll(async () => (await far(on)).read).toBeGreaterThan(0);
    const { known, read } = await far(on);
    expect(known).toBeGreaterThan(100);
    expect(read).toBeLessThan(4);
  }
});
