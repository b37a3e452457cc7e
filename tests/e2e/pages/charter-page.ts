import type { Locator, Page } from '@playwright/test';

/** What a couple agreed, on its page. */
export class CharterPage {
  readonly write: Locator;
  readonly drafts: Locator;
  readonly inForce: Locator;
  /** How the clause that is being written will read, or what changes in it. */
  readonly stands: Locator;
  readonly sheetDate: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.write = page.getByRole('button', { name: 'Write a clause' });
    this.drafts = page.getByRole('region', { name: 'Drafts' });
    this.inForce = page.getByRole('region', { name: 'In force' });
    this.stands = page.getByRole('region', { name: /^(As it will stand|What changes)$/ });
    this.sheetDate = this.drafts.getByRole('textbox', { name: 'Date on the sheet' });
  }

  kind(name: string): Locator {
    return this.#page
      .getByRole('region', { name: 'What kind of clause' })
      .getByRole('button', { name: new RegExp(`^${name}`) });
  }

  editor(kind: string): Locator {
    return this.#page.getByRole('form', { name: kind });
  }

  /** Begins a new clause of a kind, with the keyboard in its first field. */
  async begin(kind: string): Promise<void> {
    await this.write.click();
    await this.kind(kind).click();
  }
}
