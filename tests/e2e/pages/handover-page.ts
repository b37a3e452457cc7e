import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import type { TestHooks } from '../../../electron/app/test-hooks';
import type { Session } from '../../../shared/session/state/session';
import type { App } from '../../rig/app';
import type { ConsolePage } from './console-page';

export const pin = '2580';

/** The page in a partner's hands. */
export class HandoverPage {
  readonly page: Page;
  readonly title: Locator;
  readonly writing: Locator;
  readonly leader: Locator;
  #touches: CDPSession | null = null;

  constructor(page: Page) {
    this.page = page;
    this.title = page.getByRole('heading', { level: 1 });
    this.writing = page.getByRole('textbox');
    this.leader = this.button('I am the facilitator');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  reader(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  /** From the welcome to the first question, with a yes to the record. */
  async begin(): Promise<void> {
    await this.button('Begin').click();
    await this.button('Yes, keep what I write').click();
    await expect(this.writing).toBeVisible();
  }

  /** Writes, and waits until it is kept: from then on it is asked who may read it. */
  async write(words: string): Promise<void> {
    await this.writing.fill(words);
    await expect(this.reader('Only I')).toBeEnabled();
  }

  /** Touches it with a finger, for which it must be large enough. */
  async touch(target: Locator): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${target} is nowhere`);
    expect(Math.min(box.width, box.height), `${target} is large enough for a finger`).toBeGreaterThanOrEqual(44);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    this.#touches ??= await this.page.context().newCDPSession(this.page);
    await this.#touches.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await this.#touches.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Takes the laptop back; the page is gone with the last press. */
  async takeBack(): Promise<void> {
    if (await this.leader.isVisible()) await this.leader.click();
    await this.page.keyboard.type(pin);
    await this.button('Take the laptop back').click({ noWaitAfter: true });
  }
}

/** Hands a couple's partner the laptop, by what stands on Run; the first time with a PIN. */
export async function handOver(
  app: App,
  { page, run }: ConsolePage,
  given: { readonly pair: string; readonly name: string; readonly exercise: string; readonly first?: boolean },
): Promise<HandoverPage> {
  await run
    .couple(given.pair)
    .getByRole('button', { name: `Hand ${given.pair} the laptop` })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Hand over the laptop' });
  await dialog.getByRole('radio', { name: given.name, exact: true }).check();
  await dialog.getByLabel('For which exercise').selectOption(given.exercise);
  if (given.first !== false) {
    await dialog.getByLabel('A PIN to take it back with').fill(pin);
    await dialog.getByLabel('The same PIN again').fill(pin);
  }
  await dialog.getByRole('button', { name: 'Hand it over' }).click({ noWaitAfter: true });
  return new HandoverPage(await app.handover());
}

export function sessionOf(app: App): Promise<Session> {
  return app.electron.evaluate(async () => {
    // An answer that is there at once waits for its turn held by nothing, and a main process that is at work may collect it before.
    await new Promise<void>((done) => {
      setImmediate(done);
    });
    return (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state();
  });
}

/** Whose hands the laptop is in, as the system sees its windows. */
export function handsOn(app: App) {
  return app.electron.evaluate(({ BrowserWindow }) => {
    // One that closes is listed for a moment more, and has no page to be asked of.
    const windows = BrowserWindow.getAllWindows().filter((it) => !it.isDestroyed() && !it.webContents.isDestroyed());
    const at = (page: string) =>
      windows.find(({ webContents }) => webContents.getURL() === `${page}://holdfast/index.html`);
    const [console, handover] = [at('console'), at('handover')];
    return {
      console: console?.isVisible() === true,
      consolePage: console !== undefined && !console.webContents.isCrashed(),
      handover: handover?.isVisible() ?? false,
      /** Every window and what it shows: none may be new. */
      all: windows.length,
      devTools: windows.some(({ webContents }) => webContents.isDevToolsOpened()),
      kind: (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().handover?.kind ?? null,
    };
  });
}

export const inHands = { console: false, consolePage: false, handover: true, devTools: false } as const;
