import { defineConfig } from '@playwright/test';
import { projectFolder } from './flavours.mjs';

/** The demo retreat: played, not tested, but by the same rig. */
export default defineConfig({
  testDir: `${projectFolder}/tests/demo`,
  testMatch: '**/*.scene.ts',
  outputDir: `${projectFolder}/test-output/demo`,
  workers: 1,
  retries: 0,
  timeout: 10 * 60_000,
  // It plays on machines that are busy with other things: being patient costs nothing on those that are not.
  expect: { timeout: 20_000 },
  reporter: [[`${projectFolder}/tests/demo/report.ts`]],
});
