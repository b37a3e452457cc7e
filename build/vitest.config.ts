import { defineConfig } from 'vitest/config';
import { AgainReporter, timesAgain } from './again.mjs';
import { defines, projectFolder } from './flavours.mjs';
import { pageParts } from './page-parts.mjs';

const { __TEST_BUILD__, __DEV_BUILD__ } = defines('test');

export default defineConfig({
  root: projectFolder,
  plugins: [pageParts()],
  define: { __TEST_BUILD__, __DEV_BUILD__ },
  test: {
    include: ['tests/{unit,core,privacy,faults}/**/*.test.{ts,tsx}', 'build/bench/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    retry: timesAgain,
    reporters: ['default', ['json', { outputFile: 'test-output/vitest.json' }], new AgainReporter()],
  },
});
