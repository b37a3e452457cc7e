/** The npm packages, exactly as the lockfile names them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../flavours.mjs';
import { ask, note, run, SetupStop, step } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>} Locked */

/** Installs the packages when what is installed is not what the lockfile names. */
export async function installPackages() {
  const differs = difference();
  if (!differs) return;
  step(`Installing the packages of package-lock.json (${differs})`);
  if ((await npmCi('npm', [])) === 0) return;
  const major = Number.parseInt(ask('npm', ['--version']).out, 10);
  if (major < 11) {
    note(`npm ${major} could not install them; trying once more with npm 11, which wrote the lockfile.`);
    if ((await npmCi('npx', ['--yes', 'npm@11'])) === 0) return;
  }
  throw new SetupStop(
    'The packages could not be installed, and Holdfast cannot be built without them.\n' +
      'npm printed the reason above. Most often the npm registry cannot be reached: check the network, or ask\n' +
      'whoever runs it which registry to use (`npm config set registry ADDRESS`), then run the same command again.',
  );
}

/**
 * @param {string} command
 * @param {string[]} before
 */
function npmCi(command, before) {
  // Some build tools warn that they prefer a newer Node than 20; they work on it.
  return run(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectFolder });
}

/** Why the installed packages are not the locked ones, or undefined when they are. */
function difference() {
  const installedFile = join(projectFolder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'none are installed yet';
  const wanted = packagesIn(join(projectFolder, 'package-lock.json'));
  const installed = packagesIn(installedFile);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || (entry.optional && !installed[path])) continue;
    const have = installed[path];
    if (!have || have.version !== entry.version || have.integrity !== entry.integrity) {
      return `${path.replace(/^.*node_modules\//, '')} is missing or another version`;
    }
  }
  const extra = Object.keys(installed).find((path) => !wanted[path]);
  return extra && `${extra.replace(/^.*node_modules\//, '')} is installed but no longer wanted`;
}

/**
 * @param {string} file
 * @returns {Locked}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
