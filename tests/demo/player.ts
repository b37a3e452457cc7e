import { expect, type Page } from '@playwright/test';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import { Time } from '../e2e/pages/time';
import type { App } from '../rig/app';
import { keepForReadme, keepPicture } from './output';

/** How long each scene stays for someone who watches. */
const lingerMs = 1_500;

/** How long a button may take to appear. */
const patienceMs = 10_000;

/** Plays the demo: does what a facilitator does, and takes a picture of both windows at each stop. */
export class Player {
  readonly desk: ConsolePage;
  readonly time: Time;
  readonly #app: App;
  readonly #watched: boolean;
  #room: RoomPage | null = null;
  #count = 0;

  private constructor(app: App, desk: ConsolePage, watched: boolean) {
    this.#app = app;
    this.desk = desk;
    this.time = new Time(app);
    this.#watched = watched;
  }

  static async start(app: App, watched: boolean): Promise<Player> {
    const desk = await consoleOf(app);
    desk.page.setDefaultTimeout(patienceMs);
    return new Player(app, desk, watched);
  }

  get room(): RoomPage {
    if (this.#room === null) throw new Error('The room is not open yet.');
    return this.#room;
  }

  /** Opens the day and the room: on its own display, or in a window where there is only one. */
  async openRoom(): Promise<void> {
    const { prepare, roomQuestion } = this.desk;
    await prepare.run.click();
    const asks = roomQuestion.waitFor({ timeout: 20_000 }).then(() => true);
    const opens = this.#app.room().then(() => false);
    const asked = await Promise.race([asks, opens]);
    for (const late of [asks, opens]) late.catch(() => false);
    if (asked) await roomQuestion.getByRole('button', { name: 'Open in a window' }).click();
    this.#room = new RoomPage(await this.#app.room());
  }

  async press(key: string): Promise<void> {
    await this.desk.page.keyboard.press(key);
  }

  /** Goes to an item of the day. */
  async goTo(title: string): Promise<void> {
    await this.desk.run.change(title, 'Go to it now');
    await expect(this.room.title.or(this.room.thought).first()).toContainText(title);
  }

  /** Puts an exercise up beside the day. */
  async putUp(title: string): Promise<void> {
    const { run } = this.desk;
    await run.control('Something else').click();
    const dialog = run.dialog('Put something else up');
    await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill(title);
    await dialog.getByRole('button', { name: new RegExp(title) }).click();
    await expect(this.room.title).toHaveText(title);
  }

  /** Starts the step that is up and lets so many seconds of it pass. */
  async runFor(seconds: number): Promise<void> {
    const { run } = this.desk;
    await expect(run.lead('Start').or(run.lead('Pause'))).toBeVisible();
    if (await run.lead('Start').isVisible()) await run.lead('Start').click();
    await expect(run.lead('Pause')).toBeVisible();
    await this.time.pass(seconds * 1000);
  }

  /** A picture of the console and, once there is one, of the room; with `readme` also for the README. */
  async shoot(name: string, readme: { readonly console?: string; readonly room?: string } = {}): Promise<void> {
    this.#count += 1;
    const number = String(this.#count).padStart(2, '0');
    console.log(`  ${number}  ${name}`);
    const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    if (this.#room !== null) {
      const png = await picture(this.#room.page);
      keepPicture(`${number}-${file}-room.png`, png);
      if (readme.room !== undefined) keepForReadme(readme.room, png);
    }
    const png = await picture(this.desk.page);
    keepPicture(`${number}-${file}-console.png`, png);
    if (readme.console !== undefined) keepForReadme(readme.console, png);
    if (this.#watched) await new Promise((resolve) => setTimeout(resolve, lingerMs));
  }
}

/** Photographs a window once its scene has fully arrived. */
async function picture(page: Page): Promise<Buffer> {
  await expect(page.locator('.wall-scene[data-stands="leaving"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const arriving = document.getAnimations().filter((it) => it instanceof CSSAnimation || it instanceof CSSTransition);
    await Promise.allSettled(arriving.map(({ finished }) => finished));
  });
  return page.screenshot();
}
