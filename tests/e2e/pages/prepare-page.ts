import type { Locator, Page } from '@playwright/test';
import { plain, type Say, template } from './say';

/** The plan of the days and who sits where. */
export class PreparePage {
  readonly run: Locator;
  readonly undo: Locator;
  readonly close: Locator;
  readonly name: Locator;
  readonly add: Locator;
  readonly agenda: Locator;
  readonly couples: Locator;
  /** When the day ends, in the head. */
  readonly end: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say = plain) {
    this.#page = page;
    this.#say = say;
    this.run = page.getByRole('button', { name: say('Run this day') });
    this.undo = page.getByRole('button', { name: say('Undo the last change'), exact: true });
    this.close = page.getByRole('button', { name: say('Close the retreat') });
    this.name = page.getByRole('textbox', { name: say('Name of the retreat') });
    this.add = page.getByRole('button', { name: say('Add to this day') });
    this.agenda = page.getByRole('region', { name: say('Agenda') });
    this.end = page.getByRole('main').getByText(new RegExp(`^(${['Ends', 'Ended'].join('|')}) \\d`));
    this.couples = page.getByRole('region', { name: say('Couples') });
  }

  /** The field in which couples are added, one on each line. */
  get moreCouples(): Locator {
    return this.couples.getByRole('textbox', { name: this.#say('Add couples') });
  }

  get addCouples(): Locator {
    return this.couples.getByRole('button', { name: /^‹?[AÁ]dd/u });
  }

  /** The choices for an item of the agenda. */
  more(title: string): Locator {
    return this.#page.getByRole('button', { name: template(this.#say, 'More for {{title}}', { title }) });
  }
}
