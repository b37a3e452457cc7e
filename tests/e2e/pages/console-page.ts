import { expect, type Locator, type Page } from '@playwright/test';
import type { TestHooks } from '../../../electron/app/test-hooks';
import type { ConsoleBridge } from '../../../shared/session/protocol/channel';
import type { App } from '../../rig/app';
import { CouplesPage } from './couples-page';
import { HomePage } from './home-page';
import { PreparePage } from './prepare-page';
import { RunPage } from './run-page';
import { plain, type Say } from './say';
import { SettingsPage } from './settings-page';

/** The facilitator's window: its frame and its screens. */
export class ConsolePage {
  readonly page: Page;
  readonly home: HomePage;
  readonly prepare: PreparePage;
  readonly run: RunPage;
  readonly couples: CouplesPage;
  readonly settings: SettingsPage;
  readonly banner: Locator;
  readonly saving: Locator;
  readonly palette: Locator;
  /** Asks where the room should appear. */
  readonly roomDialog: Locator;
  /** Asks, where there is only one display, whether it should appear at all (S3). */
  readonly roomQuestion: Locator;
  readonly #app: App;
  readonly #say: Say;

  constructor(app: App, page: Page, say: Say = plain) {
    this.#app = app;
    this.page = page;
    this.#say = say;
    this.home = new HomePage(page, say);
    this.prepare = new PreparePage(page, say);
    this.run = new RunPage(page, say);
    this.couples = new CouplesPage(page, say);
    this.settings = new SettingsPage(page);
    const frame = page.getByRole('region', { name: say('Holdfast'), exact: true });
    const saving = new RegExp(`^(${['Saved', 'Saving', 'Not saved'].map(say).join('|')})$`);
    this.saving = frame.getByText(saving);
    this.banner = frame.getByRole('status').filter({ hasNotText: saving });
    this.palette = page.getByRole('textbox', { name: say('Find an action, an exercise, a couple') });
    this.roomQuestion = page.getByRole('dialog', { name: say('Open the room in a window on this screen?') });
    this.roomDialog = page.getByRole('dialog', { name: say('Where should the room appear?') });
  }

  /** Goes to a screen by the bar at the top. */
  async goTo(screen: 'Home' | 'Prepare' | 'Run' | 'Couples' | 'Settings'): Promise<void> {
    await this.page.getByRole('button', { name: this.#say(screen), exact: true }).click();
    await expect(this.page.getByRole('main', { name: this.#say(screen) })).toBeVisible();
  }

  /**
   * Waits until the main process has had every command so far, by questions that change nothing. Two of them: what is typed while
   * the letters before it are on their way goes once those are answered, and has gone by the answer to the first question.
   */
  async heard(): Promise<void> {
    await this.page.evaluate(async () => {
      const { holdfast } = globalThis as unknown as { holdfast: ConsoleBridge };
      for (const _ of [1, 2]) await holdfast.askClock();
    });
  }

  /** Waits until everything done so far is on the disk. The word in the frame alone may be that of a moment ago. */
  async saved(): Promise<void> {
    await this.heard();
    const state = (): Promise<string> =>
      this.#app.electron.evaluate(
        () => (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.state().saving.state,
      );
    await expect.poll(state).toBe('saved');
    await expect(this.saving).toHaveText(this.#say('Saved'));
  }

  /** A refusal or a note at the edge of the window. */
  note(title: string): Locator {
    return this.page.getByRole('alert').filter({ hasText: title });
  }

  /** Finds something by its name and does it. */
  async find(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.palette.fill(name);
    await this.page.keyboard.press('Enter');
  }
}

/** The console of a running app. */
export async function consoleOf(app: App, say: Say = plain): Promise<ConsolePage> {
  return new ConsolePage(app, await app.console(), say);
}
