import type { Locator, Page } from '@playwright/test';

/** What a person points at: everything that can be pressed, chosen or written in. */
const roles = [
  'button',
  'link',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'tab',
  'radio',
  'checkbox',
  'switch',
  'option',
  'gridcell',
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'slider',
  'treeitem',
] as const;

/** How long something may take to appear, in milliseconds. */
const patienceMs = 5_000;
const mostListed = 8;

/**
 * What is called so on a page, by its accessible name, else by a part of that, else by the very words in it. Of several the `nth` is taken,
 * from 1 on; refuses when there is none, and when there are several and none was chosen.
 */
export async function findByName(page: Page, name: string, nth: number | null): Promise<Locator> {
  const ways = [
    ...[true, false].map((exact) =>
      roles.map((role) => page.getByRole(role, { name, exact })).reduce((some, more) => some.or(more)),
    ),
    page.getByText(name, { exact: true }),
  ].map((found) => found.filter({ visible: true }));
  const deadline = Date.now() + patienceMs;
  do {
    for (const found of ways) {
      const count = await found.count();
      if (count === 0) continue;
      if (nth !== null && nth <= count) return found.nth(nth - 1);
      if (count === 1) return found;
      throw new Error(`“${name}” is there ${count} times; say which one:\n${await list(found, count)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  throw new Error(`Nothing to be seen is called “${name}”. \`see\` lists what there is.`);
}

async function list(found: Locator, count: number): Promise<string> {
  const lines: string[] = [];
  for (let n = 0; n < Math.min(count, mostListed); n += 1) {
    const about = await found.nth(n).evaluate((it) => {
      const named = it.getAttribute('aria-label') || it.textContent?.trim() || it.tagName.toLowerCase();
      const around = it.parentElement?.closest('[aria-label]')?.getAttribute('aria-label');
      return around ? `${named}, in ${around}` : named;
    });
    lines.push(`  ${n + 1}  ${about.slice(0, 100)}`);
  }
  return lines.join('\n');
}
