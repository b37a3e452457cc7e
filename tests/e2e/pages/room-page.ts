import { expect, type Page } from '@playwright/test';
import { WallPicture } from './wall-picture';

/** What people in the room see. */
export class RoomPage extends WallPicture {
  readonly page: Page;

  constructor(page: Page) {
    super(page.locator('.wall'));
    this.page = page;
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
}
