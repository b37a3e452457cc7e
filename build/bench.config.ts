import { defineConfig } from '@playwright/test';
import { projectFolder } from './flavours.mjs';

/** The measurements: no tests, but by the tests' rig. */
export default defineConfig({
  testDir: `${projectFolder}/build/bench`,
  testMatch: '**/*.scene.ts',
  outputDir: `${projectFolder}/test-output/bench`,
  workers: 1,
  retries: 0,
  timeout: 0,
  reporter: [[`${projectFolder}/build/bench/reporter.ts`]],
});
