import { expect } from '@playwright/test';
import type { ConsolePage } from './console-page';
import type { RoomPage } from './room-page';
import type { Time } from './time';

/** How far a window's clock may be from the main process's while both are read one after the other, in seconds. */
const apart = 1;
/** How long both windows may take to show the same on a busy machine, in milliseconds. */
const patienceMs = 20_000;
const lookAgainMs = [20, 50, 100];

/**
 * Leads a run by hand. The room draws first and the console a moment later, so whoever asks the console right after the wall has
 * changed may be told of the picture before: each step here acts, and then waits for what a person would see in both windows.
 */
export class Leader {
  readonly desk: ConsolePage;
  readonly room: RoomPage;
  readonly time: Time;

  constructor(desk: ConsolePage, room: RoomPage, time: Time) {
    this.desk = desk;
    this.room = room;
    this.time = time;
  }

  /** Waits until the console's picture of the wall is the wall: from then on its buttons speak of what the room sees. */
  async inStep(): Promise<void> {
    await expect(async () => {
      const wall = await this.room.facts();
      expect(await this.desk.run.preview.facts()).toEqual(wall);
    }).toPass({ intervals: lookAgainMs, timeout: patienceMs });
  }

  /** Presses a key that puts a scene on the wall. */
  async show(key: string, kind: string): Promise<void> {
    await this.desk.page.keyboard.press(key);
    await this.desk.run.preview.shows(kind);
    await this.inStep();
  }

  /** Goes to an item of the day; a break runs from then on, everything else is ready to start. */
  async goTo(title: string): Promise<void> {
    const { run } = this.desk;
    await run.change(title, 'Go to it now');
    await expect(run.item(title)).toHaveAttribute('aria-current', 'step');
    await this.isAt(1);
    await expect(this.room.scene).toContainText(title);
  }

  /** Puts an exercise up beside the day, ready to start. */
  async putUp(title: string): Promise<void> {
    const { run } = this.desk;
    await run.control('Something else').click();
    const dialog = run.dialog('Put something else up');
    await dialog.getByRole('textbox', { name: 'Find an exercise' }).fill(title);
    await dialog.getByRole('button', { name: new RegExp(title) }).click();
    await expect(dialog).toHaveCount(0);
    await expect(run.preview.title).toHaveText(title);
    await this.isAt(1);
    await expect(run.lead('Start')).toBeEnabled();
    await expect(this.room.title).toHaveText(title);
  }

  /** Goes to a step of what is on stage. It runs if the one before did. */
  async goToStep(n: number): Promise<void> {
    await this.desk.run.goToStep(n);
    await this.isAt(n);
  }

  /** Goes on with the clicker, to a step of what is on stage. */
  async goOn(n: number): Promise<void> {
    await this.desk.page.keyboard.press('PageDown');
    await this.isAt(n);
  }

  /** Waits until both windows are at a step of what is on stage. */
  async isAt(n: number): Promise<void> {
    await expect(this.desk.run.step(n)).toHaveAttribute('aria-current', 'step');
    await this.inStep();
  }

  /** Starts the step that is up, which does not run yet. */
  async start(): Promise<void> {
    const { run } = this.desk;
    await run.lead('Start').click();
    await expect(run.lead('Pause')).toBeVisible();
    await this.inStep();
  }

  /** Pauses the step that runs. */
  async pause(): Promise<void> {
    const { run } = this.desk;
    await run.lead('Pause').click();
    await expect(run.lead('Resume')).toBeVisible();
    await this.inStep();
  }

  /** Lets so many seconds pass at once, and waits until both windows show the time it is then. */
  async pass(seconds: number): Promise<void> {
    await this.time.pass(seconds * 1000);
    await expect(async () => {
      const due = await this.time.dueSeconds();
      expect(Math.abs((await this.desk.run.secondsShown()) - (due ?? Number.NaN))).toBeLessThanOrEqual(apart);
    }).toPass({ intervals: lookAgainMs, timeout: patienceMs });
    await this.inStep();
  }

  /** Presses one of the buttons that stay down: Hold, Blank, Help card, Freeze. It is pressed again to let go. */
  async turn(control: string, on: boolean): Promise<void> {
    const button = this.desk.run.control(control);
    await expect(button).toHaveAttribute('aria-pressed', String(!on));
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', String(on));
    await this.inStep();
  }

  /** Shows a message to the room. */
  async say(message: string): Promise<void> {
    const { run } = this.desk;
    await run.message.getByRole('textbox').fill(message);
    await run.message.getByRole('button', { name: 'Show the message' }).click();
    await expect(this.room.message).toHaveText(message);
    await this.inStep();
  }

  async clearMessage(): Promise<void> {
    await this.desk.run.control('Clear the message').click();
    await expect(this.room.message).toHaveCount(0);
    await this.inStep();
  }

  /** Answers the question whether what is on stage, or the day, is to end. */
  async end(what: 'what is on stage' | 'the day'): Promise<void> {
    const { run } = this.desk;
    const [question, yes] =
      what === 'the day' ? ['End the day here?', 'End the day'] : ['End what is on stage?', 'End it'];
    await run.control(`End ${what}`).click();
    await run.dialog(question).getByRole('button', { name: yes }).click();
    await expect(run.dialog(question)).toHaveCount(0);
    await run.preview.shows('closing');
    await this.inStep();
  }
}
