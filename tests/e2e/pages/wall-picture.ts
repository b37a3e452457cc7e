import { expect, type Locator } from '@playwright/test';

interface WallFacts {
  readonly scene: string | null;
  readonly state: string | null;
  readonly words: string;
  readonly cover: string | null;
  readonly message: string | null;
}

/** The wall as one window draws it: the room's own page, or the preview at the console. */
export class WallPicture {
  readonly root: Locator;
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

  constructor(root: Locator) {
    this.root = root;
    this.scene = root.locator('.wall-scene[data-stands="on"]');
    this.coming = root.locator('.wall-scene[data-stands="coming"]');
    this.title = this.scene.locator('.wall-title');
    this.thought = this.scene.getByRole('heading', { level: 1 });
    this.message = root.getByRole('status');
    this.cover = root.locator('.wall-cover');
    this.plan = this.scene.getByRole('list');
    this.digits = this.scene.getByRole('timer');
  }

  /** Waits for a scene, by what kind of scene it is ("turn", "break", "closing"). */
  async shows(kind: string): Promise<void> {
    await expect(this.scene).toHaveAttribute('data-scene', kind);
  }

  /** Every word on the wall, also of what is fading. */
  async words(): Promise<string> {
    return this.root.evaluate((wall) => {
      const seen = wall.cloneNode(true) as Element;
      for (const unseen of seen.querySelectorAll('[data-stands="coming"]')) unseen.remove();
      return seen.textContent ?? '';
    });
  }

  /** What is to be read on it now: its scene and the state that is in, every word of it, and what lies over it. */
  facts(): Promise<WallFacts> {
    return this.root.evaluate((wall) => {
      const scene = wall.querySelector<HTMLElement>('.wall-scene[data-stands="on"]');
      const cover = wall.querySelector<HTMLElement>('.wall-cover');
      return {
        scene: scene?.dataset.scene ?? null,
        state: scene?.dataset.state ?? null,
        words: scene?.textContent ?? '',
        cover: cover === null ? null : `${cover.dataset.cover}: ${cover.textContent}`,
        message: wall.querySelector('[role=status]')?.textContent ?? null,
      };
    });
  }
}
