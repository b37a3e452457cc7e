import { expect, type Page } from '@playwright/test';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { Leader } from '../e2e/pages/leader';
import { RoomPage } from '../e2e/pages/room-page';
import { settled } from '../e2e/pages/screen-facts';
import { Time } from '../e2e/pages/time';
import type { App } from '../rig/app';
import { keepForReadme, keepPicture } from './output';

/** How long each scene stays for someone who watches. */
const lingerMs = 1_500;

/** How long a button may take to appear. */
const patienceMs = 20_000;

/** Plays the demo: does what a facilitator does, and takes a picture of both windows at each stop. */
export class Player {
  readonly app: App;
  readonly time: Time;
  readonly desk: ConsolePage;
  readonly #watched: boolean;
  #lead: Leader | null = null;
  #count = 0;

  private constructor(app: App, desk: ConsolePage, watched: boolean) {
    this.app = app;
    this.desk = desk;
    this.time = new Time(app);
    this.#watched = watched;
  }

  static async start(app: App, watched: boolean): Promise<Player> {
    const desk = await consoleOf(app);
    desk.page.setDefaultTimeout(patienceMs);
    return new Player(app, desk, watched);
  }

  get lead(): Leader {
    if (this.#lead === null) throw new Error('the room is not open');
    return this.#lead;
  }

  /** Opens the day and the room: on its own display, or in a window where there is only one. */
  async openRoom(): Promise<void> {
    const { prepare, run, roomQuestion } = this.desk;
    await prepare.run.click();
    const asks = roomQuestion.waitFor().then(() => true);
    const opens = this.app.room().then(() => false);
    const asked = await Promise.race([asks, opens]);
    for (const late of [asks, opens]) late.catch(() => false);
    if (asked) await roomQuestion.getByRole('button', { name: 'Open in a window' }).click();
    const room = new RoomPage(await this.app.room());
    room.page.setDefaultTimeout(patienceMs);
    await expect(run.roomState).toHaveText('Live');
    this.#lead = new Leader(this.desk, room, this.time);
    await this.#lead.inStep();
  }

  /** A picture of the console and, once there is one, of the room; with `readme` also for the README. */
  shoot(name: string, readme: { readonly console?: string; readonly room?: string } = {}): Promise<void> {
    return this.#shoot(name, [
      ...(this.#lead === null ? [] : [{ of: this.#lead.room.page, as: 'room', readme: readme.room }]),
      { of: this.desk.page, as: 'console', readme: readme.console },
    ]);
  }

  /** A picture of what a partner holds, while the console rests. */
  shootHanded(name: string, handed: Page, readme?: string): Promise<void> {
    return this.#shoot(name, [{ of: handed, as: 'handed', readme }]);
  }

  async #shoot(
    name: string,
    windows: readonly { readonly of: Page; readonly as: string; readonly readme: string | undefined }[],
  ): Promise<void> {
    this.#count += 1;
    const number = String(this.#count).padStart(2, '0');
    console.log(`  ${number}  ${name}`);
    const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    for (const { of, as, readme } of windows) {
      const png = await picture(of);
      keepPicture(`${number}-${file}-${as}.png`, png);
      if (readme !== undefined) keepForReadme(readme, png);
    }
    if (this.#watched) await new Promise((resolve) => setTimeout(resolve, lingerMs));
  }
}

/** Photographs a window once its scene has fully arrived. */
async function picture(page: Page): Promise<Buffer> {
  await settled(page);
  return page.screenshot();
}
