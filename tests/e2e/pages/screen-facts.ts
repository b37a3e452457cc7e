import { expect, type Locator, type Page } from '@playwright/test';

/** One line of text as it stands on the wall, in pixels. */
export interface WallLine {
  readonly text: string;
  readonly fontSize: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Waits until a window is still: scenes have crossed over, what was arriving has arrived, its fonts are there. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.wall-scene[data-stands="leaving"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const arriving = document.getAnimations().filter((it) => it instanceof CSSAnimation || it instanceof CSSTransition);
    await Promise.allSettled(arriving.map(({ finished }) => finished));
  });
}

/** Every line of text that people in the room can see. */
export function linesOnWall(page: Page): Promise<WallLine[]> {
  return page.evaluate(() => {
    const found: WallLine[] = [];
    // A stand shows nothing outside itself: where it is beside the wall, nothing in it is seen.
    const isBeside = (text: Element): boolean => {
      const [stand, wall] = [text.closest('.wall-stand'), text.closest('.wall')];
      return !!stand && !!wall && stand.getBoundingClientRect().left >= wall.getBoundingClientRect().right;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { parentElement: parent } = node;
      const text = node.nodeValue?.trim() ?? '';
      if (text === '' || !parent?.closest('.wall')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isBeside(parent)) continue;
      const style = getComputedStyle(parent);
      const fontSize = Number.parseFloat(style.fontSize);
      const lineHeight = Number.parseFloat(style.lineHeight);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, y, height } of range.getClientRects()) {
        // A rectangle is as high as the font could be, accents on capitals included; the line stands in its middle.
        const middle = y + height / 2;
        const half = Math.min(height, lineHeight) / 2;
        found.push({ text, fontSize, left, top: middle - half, right, bottom: middle + half });
      }
    }
    return found;
  });
}

/** What of the console stands beside the window, or scrolls sideways. The room's picture is not looked into. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 40)}”`;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('.wall') || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { left, right, width, height } = element.getBoundingClientRect();
      // One pixel wide is what only a screen reader finds; what has no height holds nothing.
      if (width <= 1 || height === 0) continue;
      if (left < -0.5 || right > innerWidth + 0.5) found.push(`${name(element)} stands beside the window`);
      const { overflowX } = getComputedStyle(element);
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      if (scrolls && element.scrollWidth > element.clientWidth) found.push(`${name(element)} scrolls sideways`);
    }
    return found;
  });
}

/** Which of the parts are not to be seen and pressed whole, in the middle and at every corner. */
export async function covered(parts: Readonly<Record<string, Locator>>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      const free = await part.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const inset = 6;
        const points = [left + inset, (left + right) / 2, right - inset].flatMap((x) =>
          [top + inset, (top + bottom) / 2, bottom - inset].map((y) => [x, y] as const),
        );
        return points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
      });
      return free ? [] : [name];
    }),
  );
  return found.flat();
}
