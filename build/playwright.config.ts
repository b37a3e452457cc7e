import { defineConfig } from '@playwright/test';
import { timesAgain } from './again.mjs';
import { projectFolder } from './flavours.mjs';

/**
 * The ways to run the end-to-end tests. On two cores two of them beside each other take half the time; those that measure time come
 * after, with nothing beside them.
 */
const passes = {
  all: { workers: 1 },
  together: { workers: 2, grepInvert: /@alone/ },
  alone: { workers: 1, grep: /@alone/ },
} as const;
type Pass = keyof typeof passes;

const asked = process.env.HOLDFAST_PASS ?? '';
const pass: Pass = Object.hasOwn(passes, asked) ? (asked as Pass) : 'all';

export default defineConfig({
  ...passes[pass],
  testDir: `${projectFolder}/tests`,
  testMatch: '{e2e,faults}/**/*.spec.ts',
  outputDir: `${projectFolder}/test-output/e2e-${pass}`,
  retries: timesAgain,
  forbidOnly: true,
  timeout: 180_000,
  // Long enough for a machine that is busy with other work: how fast something comes is measured by the bench, and by those that run alone.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: `${projectFolder}/test-output/playwright-${pass}.json` }]],
});
