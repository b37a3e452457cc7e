import { defineConfig } from '@playwright/test';
import { projectFolder } from './flavours.mjs';

export default defineConfig({
  testDir: `${projectFolder}/tests`,
  testMatch: '{e2e,faults}/**/*.spec.ts',
  outputDir: `${projectFolder}/test-output/e2e`,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: `${projectFolder}/test-output/playwright.json` }]],
});
