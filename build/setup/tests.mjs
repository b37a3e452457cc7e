/** `npm test`: every check and every test, and one last line that counts them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../flavours.mjs';
import { run, step } from './say.mjs';

/**
 * What a runner counted. `again` names the tests that failed and passed when they were run again: they count as passed, and are to be
 * looked into.
 * @typedef {{ passed: number, failed: number, again?: string[] }} Count
 */

const packages = join(projectFolder, 'node_modules');
const output = join(projectFolder, 'test-output');

/** The checks that pass or fail as one. @type {readonly (readonly [string, string, ...string[]])[]} */
const checks = [
  ['format', '@biomejs/biome/bin/biome', 'format'],
  ['lint', '@biomejs/biome/bin/biome', 'check', '--formatter-enabled=false', '--error-on-warnings'],
  ['types', 'typescript/bin/tsc', '--build'],
];

/** The end-to-end tests: two beside each other, then those that measure time with nothing beside them. */
const passes = /** @type {const} */ ([
  ['together', 'End-to-end tests'],
  ['alone', 'End-to-end tests that measure time'],
]);

/**
 * Runs everything, whatever fails on the way, and returns the exit code: 0 only when tests ran and none failed.
 * @param {{ long: boolean }} how with the long forms of the tests that have one (all hundred kills, every size of wall)
 */
export async function runTests({ long }) {
  rmSync(output, { recursive: true, force: true });
  const total = { passed: 0, failed: 0, again: [] };
  for (const [name, program, ...args] of checks) await oneCheck(total, name, join(packages, program), args);
  step('Unit and property tests');
  const form = { HOLDFAST_LONG: long ? '1' : '', HOLDFAST_AGAIN: '1' };
  const unit = [join(packages, 'vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'];
  const unitCode = await run(process.execPath, unit, { env: form });
  add(total, countVitest(), unitCode);
  if (await oneCheck(total, 'build', 'build/bundle.mjs', ['test'])) {
    for (const [pass, title] of passes) {
      step(title);
      const args = [join(packages, '@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts'];
      const code = await run(process.execPath, args, { env: { ...form, HOLDFAST_PASS: pass } });
      add(total, countPlaywright(pass), code);
    }
  }
  if (total.again.length > 0)
    console.log(`\nPassed only when run again:\n${total.again.map((test) => `  ${test}`).join('\n')}`);
  console.log(`\n${counted(total)}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** The last line of a run. @param {Count} count */
export function counted({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {Count} total
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 */
async function oneCheck(total, name, program, args) {
  step(`Check: ${name}`);
  const fine = (await run(process.execPath, [program, ...args])) === 0;
  if (fine) total.passed += 1;
  else total.failed += 1;
  return fine;
}

/**
 * Adds a runner's count; a runner that failed without a failed test, or ran none, counts as one failure.
 * @param {Required<Count>} total
 * @param {Count} count
 * @param {number} code
 */
function add(total, count, code) {
  total.passed += count.passed;
  total.failed += count.failed;
  total.again.push(...(count.again ?? []));
  if (count.failed === 0 && (code !== 0 || count.passed === 0)) total.failed += 1;
}

/** @returns {Count} */
function countVitest() {
  const report = read('vitest.json');
  if (!report) return { passed: 0, failed: 0 };
  // A skipped test is no passed test: nothing here may be skipped.
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed, again: read('vitest-again.json') ?? [] };
}

/** @param {string} pass @returns {Count} */
function countPlaywright(pass) {
  const report = read(`playwright-${pass}.json`);
  if (!report) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + skipped, again: report.suites.flatMap(passedAgain) };
}

/**
 * @typedef {{ file: string, title: string, tests: { status: string }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/** The tests of a suite of Playwright's report that passed only when they were run again. @param {Suite} suite @returns {string[]} */
function passedAgain({ specs = [], suites = [] }) {
  const again = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...again.map(({ file, title }) => `${file} › ${title}`), ...suites.flatMap(passedAgain)];
}

/** @param {string} name */
function read(name) {
  const file = join(output, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
