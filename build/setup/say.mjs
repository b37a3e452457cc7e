/** What set-up prints, and how it runs other programs. */
import { spawn, spawnSync } from 'node:child_process';

/** A step that could not be done. Its message says what, why it matters and what to do; no stack is printed. */
export class SetupStop extends Error {}

/** Says which step begins. @param {string} text */
export function step(text) {
  console.log(`\n> ${text}`);
}

/** Says one thing about the current step. @param {string} text */
export function note(text) {
  console.log(`  ${text}`);
}

/**
 * Runs a program in front of the person and returns its exit code; 127 when there is no such program.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, listens?: boolean, timeoutMs?: number }} [options]
 *   `listens`: it reads what the person types
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: [
        options.listens ? 'inherit' : 'ignore',
        options.quiet ? 'ignore' : 'inherit',
        options.quiet ? 'ignore' : 'inherit',
      ],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
      timeout: options.timeoutMs,
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * What a program prints, and its exit code; 127 when there is no such program.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function ask(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: options.cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  });
  return { code: done.status ?? 127, out: done.stdout ?? '', err: done.stderr ?? '' };
}
