import { defineConfig } from '@playwright/test';
import { projectFolder } from './flavours.mjs';

/** The demo retreat: played, not tested, but by the same rig. */
export default defineConfig({
  testDir: `${projectFolder}/build/demo`,
  testMatch: '**/*.scene.ts',
  outputDir: `${projectFolder}/test-output/demo`,
  workers: 1,
  retries: 0,
  timeout: 10 * 60_000,
  reporter: [['line']],
});
