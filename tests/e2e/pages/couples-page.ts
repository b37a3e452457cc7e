import type { Locator, Page } from '@playwright/test';
import { plain, type Say } from './say';

/** The place Couples: the sheet of consents, and the overview of the day. */
export class CouplesPage {
  readonly consents: Locator;
  readonly today: Locator;
  readonly #page: Page;
  readonly #say: Say;

  constructor(page: Page, say: Say = plain) {
    this.#page = page;
    this.#say = say;
    this.consents = page.getByRole('grid', { name: say('Who has said yes to what') });
    this.today = page.getByRole('grid', { name: say('The exercises of today, couple by couple') });
  }

  part(name: 'Consent' | 'Today'): Locator {
    return this.#page.getByRole('tab', { name: this.#say(name) });
  }

  /** A row of the sheet that is open. */
  row(who: string): Locator {
    return this.#page.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: who }) });
  }

  /** A box of that row: "Ada, Record". */
  box(who: string, name: string): Locator {
    return this.row(who).getByRole('checkbox', { name: new RegExp(`^${name}: `) });
  }

  /** What is said of a row, beside the sheet. */
  details(who: string): Locator {
    return this.#page.getByRole('complementary', { name: who });
  }
}
