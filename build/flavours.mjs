/**
 * The three flavours of Holdfast: `release` is what a facilitator runs, `test` carries the hooks the tests drive,
 * `development` hot-reloads with a looser lockdown. What one flavour adds is compiled out of the others.
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {'release' | 'test' | 'development'} Flavour */

/** The folder that holds package.json. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The pages of the app: each has a folder of its own in renderer/, and a preload of the same name. */
export const pageNames = readdirSync(`${projectFolder}/renderer`).filter((name) =>
  existsSync(`${projectFolder}/renderer/${name}/index.html`),
);

/** @type {Readonly<Record<Flavour, string>>} */
const outFolders = { release: 'out', test: 'out-test', development: 'out-dev' };

/**
 * The flavour a Vite mode names; refuses any other word.
 * @param {string} mode
 * @returns {Flavour}
 */
export function flavourOf(mode) {
  if (mode === 'release' || mode === 'test' || mode === 'development') return mode;
  throw new Error(`There is no flavour "${mode}": choose release, test or development.`);
}

/**
 * The folder a flavour is built into, absolute.
 * @param {Flavour} flavour
 */
export function outFolder(flavour) {
  return `${projectFolder}/${outFolders[flavour]}`;
}

/**
 * The constants that switch a flavour's own code on or off.
 * @param {Flavour} flavour
 */
export function defines(flavour) {
  return {
    __TEST_BUILD__: JSON.stringify(flavour === 'test'),
    __DEV_BUILD__: JSON.stringify(flavour === 'development'),
    'process.env.NODE_ENV': JSON.stringify(flavour === 'development' ? 'development' : 'production'),
  };
}
