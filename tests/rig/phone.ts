import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';

/** Debian's own: nothing of Holdfast is in it. */
const executablePath = '/usr/bin/chromium-headless-shell';

export interface Phone {
  readonly page: Page;
  /** Every address the page asked for, its own file among them. */
  readonly asked: readonly string[];
  /** What the page did wrong by itself. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** A browser of the size of a phone, without a network, with a file open in it. */
export async function openPhone(file: string, options: BrowserContextOptions = {}): Promise<Phone> {
  const browser = await chromium.launch({ executablePath });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    offline: true,
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(pathToFileURL(file).href);
  return { page, asked, faults, close: () => browser.close() };
}
