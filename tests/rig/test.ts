import { test as base, expect } from '@playwright/test';
import { type App, type LaunchOptions, launchApp } from './app';
import { Displays } from './displays';
import { Speakers } from './speakers';
import { makeUserFolder, type Staged, stageApp, unstage } from './stage';

export interface Rig {
  /** A fresh user-data folder, for tests that start the app more than once. */
  readonly userData: string;
  /** Starts Holdfast; every app still running is closed after the test, and any page error fails it. */
  readonly launch: (options?: LaunchOptions) => Promise<App>;
}

export interface Bench {
  readonly staged: Staged;
  readonly displays: Displays;
  /** A sound server of its own, only for tests that ask for it. */
  readonly speakers: Speakers;
}

/** For a test that measures time: it runs with no other beside it (`build/playwright.config.ts`). */
export const alone = { tag: '@alone' } as const;

/** Whether the tests that have a long form run it: `npm test -- --long`. */
export const long = process.env.HOLDFAST_LONG === '1';

/** Playwright's `test` with real displays and the real app. */
export const test = base.extend<Rig, Bench>({
  staged: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const staged = stageApp();
      console.log(`Electron ${staged.runtime.version} (${staged.runtime.source})`);
      await use(staged);
      unstage(staged);
    },
    { scope: 'worker' },
  ],
  displays: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const displays = await Displays.start();
      await use(displays);
      await displays.stop();
    },
    { scope: 'worker' },
  ],
  speakers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const speakers = await Speakers.start();
      await use(speakers);
      await speakers.stop();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  userData: async ({}, use) => {
    await use(makeUserFolder());
  },
  launch: async ({ staged, displays }, use, testInfo) => {
    const apps: App[] = [];
    displays.reset();
    await use(async (options) => {
      const app = await launchApp(staged, displays, options);
      apps.push(app);
      return app;
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('displays.png', { body: displays.photograph(), contentType: 'image/png' });
      for (const app of apps)
        await testInfo.attach('main-process.log', { body: app.output, contentType: 'text/plain' });
    }
    // Quitting asks while a run is on, so an app that is done with is ended, not asked.
    for (const app of apps) await app.kill9();
    expect(apps.flatMap((app) => app.problems())).toEqual([]);
  },
});

export { expect };
