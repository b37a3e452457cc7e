import { expect, type Locator, type Page } from '@playwright/test';
import { plain, type Say, template } from './say';
import { WallPicture } from './wall-picture';

/** The one screen to lead the day from. */
export class RunPage {
  readonly day: Locator;
  readonly room: Locator;
  /** The wall as the console draws it. */
  readonly preview: WallPicture;
  readonly timer: Locator;
  readonly controls: Locator;
  readonly steps: Locator;
  readonly nextUp: Locator;
  readonly notes: Locator;
  readonly couples: Locator;
  readonly message: Locator;
  /** The line under the picture: what is asked or worth knowing now. */
  readonly slot: Locator;
  readonly autopilot: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say = plain) {
    this.#page = page;
    this.#say = say;
    const region = (name: string) => page.getByRole('region', { name: say(name), exact: true });
    this.day = page
      .getByRole('region', { name: template(say, 'The day') })
      .or(page.getByRole('region', { name: template(say, 'Day {{n}} of {{of}}') }));
    this.room = region('The room now');
    this.preview = new WallPicture(this.room.locator('.wall'));
    this.timer = region('Timer');
    this.controls = page.getByRole('main');
    this.steps = region('Steps');
    this.nextUp = region('Next up');
    this.notes = region('Notes').first();
    this.couples = region('Couples');
    this.message = region('Message to the room');
    this.slot = page.getByRole('status', { name: say('What to know now') });
    this.autopilot = page.getByRole('switch', { name: say('Autopilot: every step goes on by itself') });
  }

  /** Start, Pause, Resume, Next or Back. */
  lead(name: 'Start' | 'Pause' | 'Resume' | 'Next' | 'Back'): Locator {
    return this.timer.getByRole('button', { name: this.#say(name), exact: true });
  }

  /** The facilitator's own clock, read aloud: "2:14 left". */
  get left(): Locator {
    return this.timer.getByRole('timer');
  }

  /** Seconds that the facilitator's clock shows. */
  async secondsShown(): Promise<number> {
    return secondsIn((await this.left.textContent()) ?? '');
  }

  /** Any of the buttons under the timer, by its name. */
  control(name: string): Locator {
    return this.controls.getByRole('button', { name: this.#say(name), exact: true });
  }

  /** Takes back the last live action, which its name says. */
  get undo(): Locator {
    return this.controls.getByRole('button', { name: template(this.#say, 'Undo: {{what}}') });
  }

  /** What the room is, in words: Live, Blank, Held … */
  get roomState(): Locator {
    return this.room.getByRole('status').first();
  }

  /** An item of the day: "title, 19:12, 4 min, to come". */
  item(title: string): Locator {
    return this.day.getByRole('button', {
      name: template(this.#say, '{{title}}, {{at}}, {{minutes}} min, {{state}}', { title }),
    });
  }

  /** Chooses from what can be done with an item of the day. */
  async change(title: string, choice: string): Promise<void> {
    await this.more(title).click();
    await this.choose(choice);
  }

  /** What can be done with an item of the day. */
  more(title: string): Locator {
    return this.day.getByRole('button', { name: template(this.#say, 'Change {{title}}', { title }) });
  }

  /** Chooses from the menu that is open. */
  async choose(choice: string): Promise<void> {
    await this.#page.getByRole('menuitem', { name: this.#say(choice) }).click();
  }

  dialog(name: string): Locator {
    return this.#page.getByRole('dialog', { name: this.#say(name) });
  }

  /** A step of what is on stage, by its number. */
  step(n: number): Locator {
    return this.steps
      .getByRole('listitem')
      .nth(n - 1)
      .getByRole('button');
  }

  /** Looks at a step and goes to it, as a double-click does. */
  async goToStep(n: number): Promise<void> {
    await this.step(n).dblclick();
  }

  /** Puts an item of the day on the wall, as a double-click does. */
  async goToItem(title: string): Promise<void> {
    await this.item(title).dblclick();
  }

  /** What puts up the item or step that is looked at. */
  get goToIt(): Locator {
    return this.#page.getByRole('region', { name: this.#say('Chosen') }).getByRole('button');
  }

  /** A couple's seat, where there are too many for a card each. */
  seat(pair: string): Locator {
    return this.couples.getByRole('button', {
      name: template(this.#say, 'Seat {{seat}}, {{pair}}, {{state}}', { pair }),
    });
  }

  /** How many are here; opens who is not. */
  get here(): Locator {
    return this.couples.getByRole('button', {
      name: template(this.#say, '{{n}} of {{of}} here. Who is not, and who is noted'),
    });
  }

  /** A couple's card, by its names: "Ada & Bo". */
  couple(pair: string): Locator {
    return this.couples.getByRole('listitem', { name: pair });
  }

  /** Says how a couple takes part. */
  async setStatus(pair: string, status: 'Present' | 'Late' | 'Paused' | 'Passed' | 'Left'): Promise<void> {
    const card = this.couple(pair);
    await card.getByText(this.#say(status), { exact: true }).click();
    await expect(card.getByRole('radio', { name: this.#say(status) })).toBeChecked();
  }

  /** Writes a couple's private note, and waits until it is kept. */
  async writeNote(pair: string, text: string): Promise<void> {
    await this.note(pair).fill(text);
    await expect(this.couple(pair)).toContainText(this.#say('Saved'));
  }

  note(pair: string): Locator {
    return this.couples.getByRole('textbox', { name: template(this.#say, 'Private note about {{pair}}', { pair }) });
  }
}

/** The seconds of a clock that reads "2:14" or "1:02:14". */
export function secondsIn(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
