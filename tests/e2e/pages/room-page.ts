import { expect, type Locator, type Page } from '@playwright/test';

/** What people in the room see. */
export class RoomPage {
  readonly page: Page;
  /** The scene that is on; one that fades away is not it. */
  readonly scene: Locator;
  /** The scene that Next would put on: laid out, and never seen. */
  readonly coming: Locator;
  /** What is being led, above the thought. */
  readonly title: Locator;
  readonly thought: Locator;
  readonly message: Locator;
  readonly cover: Locator;
  readonly plan: Locator;
  readonly digits: Locator;

  constructor(page: Page) {
    this.page = page;
    this.scene = page.locator('.wall-scene[data-stands="on"]');
    this.coming = page.locator('.wall-scene[data-stands="coming"]');
    this.title = this.scene.locator('.wall-title');
    this.thought = this.scene.getByRole('heading', { level: 1 });
    this.message = page.getByRole('status');
    this.cover = page.locator('.wall-cover');
    this.plan = this.scene.getByRole('list');
    this.digits = this.scene.getByRole('timer');
  }

  /** Waits for a scene, by what kind of scene it is ("turn", "break", "closing"). */
  async shows(kind: string): Promise<void> {
    await expect(this.scene).toHaveAttribute('data-scene', kind);
  }

  /** Waits until the wall holds no words at all. */
  async isNeutral(): Promise<void> {
    await this.shows('neutral');
    await expect.poll(() => this.words()).toBe('');
  }

  /** Waits until the wall is blank: nothing but its ground. */
  async isBlank(): Promise<void> {
    await expect(this.cover).toHaveAttribute('data-cover', 'blank');
    await expect(this.page.locator('.wall-under')).not.toBeVisible();
  }

  /** Every word on the wall, also of what is fading. */
  async words(): Promise<string> {
    return this.page.locator('.wall').evaluate((wall) => {
      const seen = wall.cloneNode(true) as Element;
      for (const unseen of seen.querySelectorAll('[data-stands="coming"]')) unseen.remove();
      return seen.textContent ?? '';
    });
  }
}
