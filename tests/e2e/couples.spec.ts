import { expect, test } from '../rig/test';
import { consoleOf } from './pages/console-page';
import { RoomPage } from './pages/room-page';
import { savedNotes, savedRetreat } from './pages/saved';

const note = 'Asked for the chairs near the window; zebrafish.';
/** Words that stand in couples' own records and must never be read by the room. */
const secrets = ['Adalind', 'Borchert', 'Cleophas', 'zebrafish', 'chairs near', 'Passed', 'Paused', 'Late'];

test('a couple’s status, presence and note: one action each, saved, and nothing of it in the room', async ({
  launch,
  displays,
}) => {
  displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
  const app = await launch();
  const desk = await consoleOf(app);
  const { page, home, prepare, run } = desk;
  const pair = 'Adalind & Borchert';
  await home.startRetreat({ program: 'One evening', name: 'Lantern evening', couples: `${pair}\nCleophas & Dara` });
  await prepare.run.click();
  const room = new RoomPage(await app.room());
  // Everything that ever stands in the room's document, a word that flashed by included.
  await room.page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => seen.add(document.documentElement.outerHTML);
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    look();
    Object.assign(globalThis, { holdfastSeen: seen });
  });
  await run.lead('Next').click();
  await run.lead('Start').click();
  await expect(room.thought).toHaveText('Welcome. You set the depth.');
  const saved = (seat: number) => savedRetreat(app).couples.find((couple) => couple.seat === seat);
  const card = run.couple(pair);

  await test.step('every status is one action, with no reason asked (S14)', async () => {
    await expect(run.couples).toContainText('2 of 2 here');
    for (const [status, kept] of [
      ['Late', 'late'],
      ['Paused', 'paused'],
      ['Left', 'left'],
      ['Passed', 'passed'],
    ] as const) {
      await card.getByText(status, { exact: true }).click();
      await expect(card.getByRole('radio', { name: status })).toBeChecked();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect.poll(() => saved(1)?.status).toBe(kept);
      if (kept === 'left') await expect(run.couples).toContainText('1 of 2 here');
    }
  });

  await test.step('one partner is here, the other is not', async () => {
    await card.getByRole('button', { name: 'Borchert (B) is here' }).click();
    await expect(card.getByRole('button', { name: 'Borchert (B) is here' })).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => saved(1)?.B.present).toBe(false);
    expect(saved(1)?.A.present).toBe(true);
    expect(saved(2)?.status).toBe('present');
  });

  await test.step('a private note is kept in the couple’s own document', async () => {
    await run.note(pair).fill(note);
    await expect(card).toContainText('Saved');
    await expect.poll(() => savedNotes(app).map((couple) => couple.note)).toEqual([note]);
    expect(JSON.stringify(savedRetreat(app))).not.toContain('zebrafish');
  });

  await test.step('a couple is found by name', async () => {
    const find = run.couples.getByRole('textbox', { name: 'Find a name or seat' });
    await find.fill('cleo');
    await expect(run.couples.getByRole('listitem')).toHaveCount(1);
    await find.fill('nobody of that name');
    await expect(run.couples).toContainText('No couple matches.');
    await find.fill('');
    await desk.find('Borchert');
    await expect(run.note(pair)).toBeFocused();
    await expect(run.note(pair)).toHaveValue(note);
    await page.keyboard.press('Escape');
  });

  await test.step('status changes are undone one by one', async () => {
    await run.day.getByRole('button', { name: 'Undo the last change to the plan' }).click();
    await expect.poll(() => saved(1)?.B.present).toBe(true);
    await run.day.getByRole('button', { name: 'Undo the last change to the plan' }).click();
    await expect.poll(() => saved(1)?.status).toBe('left');
  });

  await test.step('the timer went on, and the room saw none of it', async () => {
    await expect(run.lead('Pause')).toBeVisible();
    await expect(room.scene).toHaveAttribute('data-state', 'running');
    for (const [key, scene] of [
      ['Shift+W', 'welcome'],
      ['Shift+P', 'plan'],
      ['Shift+C', 'closing'],
      ['Shift+S', 'step'],
    ] as const) {
      await page.keyboard.press(key);
      await room.shows(scene);
    }
    await expect(room.thought).toHaveText('Welcome. You set the depth.');
    const seen = await room.page.evaluate(() =>
      [...(globalThis as unknown as { holdfastSeen: Set<string> }).holdfastSeen].join('\n'),
    );
    expect(seen).toContain('Welcome. You set the depth.');
    expect(seen).toContain('Our day');
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
  });
});
