/**
 * A whole run gives a test that fails two more tries, for it stands or falls by the machine it runs on as well; what passed only then
 * is named at its end. Anywhere else the first failure is the last.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './flavours.mjs';

/** @import { Reporter, TestCase } from 'vitest/node' */

/** How many times a test that fails is run again. */
export const timesAgain = process.env.HOLDFAST_AGAIN === '1' ? 2 : 0;

/**
 * Writes down which unit tests passed only when they were run again.
 * @implements {Reporter}
 */
export class AgainReporter {
  /** @type {string[]} */
  again = [];

  /** @param {TestCase} test */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.again.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd() {
    const folder = join(projectFolder, 'test-output');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'vitest-again.json'), JSON.stringify(this.again));
  }
}
