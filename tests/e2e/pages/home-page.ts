import type { Locator, Page } from '@playwright/test';
import { plain, type Say, template } from './say';

export interface NewRetreat {
  readonly program: string;
  readonly name: string;
  /** YYYY-MM-DD; today when left out. */
  readonly date?: string;
  /** As typed: one couple on each line. */
  readonly couples?: string;
}

/** The first screen: what are you leading today? */
export class HomePage {
  readonly start: Locator;
  readonly drill: Locator;
  readonly demo: Locator;
  readonly form: Locator;
  readonly picker: Locator;
  readonly recovery: Locator;
  readonly retreats: Locator;
  readonly #say: Say;

  constructor(page: Page, say: Say = plain) {
    this.#say = say;
    this.start = page.getByRole('button', { name: say('Start a retreat'), exact: true });
    this.drill = page.getByRole('button', { name: say('Project a drill now') });
    this.demo = page.getByRole('button', { name: say('Try the demo retreat') });
    this.form = page.getByRole('dialog', { name: say('Start a retreat') });
    this.picker = page.getByRole('dialog', { name: say('Project a drill now') });
    this.recovery = page.getByRole('region', { name: say('A run was still open') });
    this.retreats = page.getByRole('region', { name: say('Retreats') });
  }

  /** Fills the form and leads to Prepare. */
  async startRetreat({ program, name, date, couples }: NewRetreat): Promise<void> {
    await this.start.click();
    await this.program(program).check();
    await this.name.fill(name);
    if (date !== undefined) await this.date.fill(date);
    if (couples !== undefined) await this.couples.fill(couples);
    await this.submit.click();
  }

  program(title: string): Locator {
    return this.form.getByRole('radio', { name: this.#say(title) });
  }

  get name(): Locator {
    return this.form.getByRole('textbox', { name: this.#say('Name'), exact: true });
  }

  get date(): Locator {
    return this.form.getByRole('textbox', { name: this.#say('First day') });
  }

  get count(): Locator {
    return this.form.getByRole('textbox', { name: this.#say('How many couples') });
  }

  get couples(): Locator {
    return this.form.getByRole('textbox', { name: this.#say('Couples'), exact: true });
  }

  get submit(): Locator {
    return this.form.getByRole('button', { name: this.#say('Start the retreat') });
  }

  /** An exercise in the drill picker. */
  exercise(title: string): Locator {
    return this.picker.getByRole('button', {
      name: template(this.#say, '{{title}}, {{minutes}} min', { title: this.#say(title) }),
    });
  }

  get goOn(): Locator {
    return this.recovery.getByRole('button', { name: this.#say('Go on, paused') });
  }

  get leaveIt(): Locator {
    return this.recovery.getByRole('button', { name: this.#say('Leave it') });
  }

  /** A retreat's line on the shelf. */
  retreat(title: string): Locator {
    return this.retreats.getByRole('listitem').filter({ hasText: title });
  }
}
