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

  /** Notes the thought on the wall and each that comes after it; the answer returns them, oldest first. */
  async thoughtsFromNow(): Promise<() => Promise<string[]>> {
    const seen = await this.root.evaluateHandle((wall) => {
      const thoughts: string[] = [];
      const look = (): void => {
        const words = wall.querySelector('.wall-scene[data-stands="on"] .wall-thought')?.textContent ?? '';
        if (words !== thoughts.at(-1)) thoughts.push(words);
      };
      new MutationObserver(look).observe(wall, { subtree: true, childList: true, attributes: true });
      look();
      return thoughts;
    });
    return () => seen.jsonValue();
  }

  /** Waits until the wall is blank: nothing but its ground. */
  async isBlank(): Promise<void> {
    await expect(this.cover).toHaveAttribute('data-cover', 'blank');
    await expect(this.page.locator('.wall-under')).not.toBeVisible();
  }
}
