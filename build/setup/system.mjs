/** The system libraries and programs that npm cannot bring: found by looking, installed where that is allowed. */
import { existsSync } from 'node:fs';
import { ask, note, run, SetupStop, step } from './say.mjs';

/** Every package Electron leans on under Debian; which library comes from which need not be known. */
const electronPackages = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libnotify4',
  'libxtst6',
];

/** What the virtual displays need: a file that shows it is there, and its package. @type {readonly (readonly [string, string])[]} */
const displayPrograms = [
  ['/usr/lib/xorg/Xorg', 'xserver-xorg-core'],
  ['/usr/lib/xorg/modules/drivers/dummy_drv.so', 'xserver-xorg-video-dummy'],
  ['/usr/bin/xrandr', 'x11-xserver-utils'],
  ['/usr/bin/xprop', 'x11-utils'],
  ['/usr/bin/xwd', 'x11-apps'],
  ['/usr/bin/openbox', 'openbox'],
  ['/usr/bin/setpriv', 'util-linux'],
  ['/usr/bin/prlimit', 'util-linux'],
  ['/usr/bin/mount', 'mount'],
  ['/usr/bin/strace', 'strace'],
];

/** What the tests' own sound server needs, in the same way. @type {readonly (readonly [string, string])[]} */
const soundPrograms = [
  ['/usr/bin/pulseaudio', 'pulseaudio'],
  ['/usr/bin/parec', 'pulseaudio-utils'],
];

/** What reads back the files couples take home, in the same way. @type {readonly (readonly [string, string])[]} */
const paperPrograms = [
  ['/usr/bin/pdftotext', 'poppler-utils'],
  ['/usr/bin/qpdf', 'qpdf'],
];

/** What stands for a partner's phone, in the same way: a browser that is not ours. @type {readonly (readonly [string, string])[]} */
const phonePrograms = [['/usr/bin/chromium-headless-shell', 'chromium-headless-shell']];

/** @typedef {{ displays: boolean, sound?: boolean, paper?: boolean, phone?: boolean }} Needs */

/** Whether this process may install system packages and change users. */
export const isRoot = process.getuid?.() === 0;

/** Whether there is a display to open a window on. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Makes sure that Electron finds its shared libraries and, where displays, sound, paper or a phone are asked for, that they can be started.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {Needs} needs
 */
export async function installSystemPackages(runtime, needs) {
  if (process.platform !== 'linux') return;
  const libraries = missingLibraries(runtime.program);
  const programs = missingPrograms(needs);
  if (libraries.length === 0 && programs.length === 0) return;
  const what = [...libraries, ...programs.map(([file]) => file)].join(', ');
  step(`Electron needs system packages that are not here (${what})`);
  const packages = [...(libraries.length > 0 ? electronPackages : []), ...programs.map(([, name]) => name)];
  if (!existsSync('/usr/bin/apt-get')) {
    throw new SetupStop(
      `This is no Debian, so set-up does not know what they are called here. Debian calls them:\n  ${packages.join(' ')}\n` +
        'Install their like with your package manager, then run the same command again.',
    );
  }
  if (!isRoot) {
    throw new SetupStop(
      'Only root may install them. Run this one line, then the same command again:\n\n' +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${named(packages).join(' ')}\n`,
    );
  }
  await aptInstall(packages);
  const still = [...missingLibraries(runtime.program), ...missingPrograms(needs).map(([file]) => file)];
  if (still.length > 0) {
    throw new SetupStop(
      `These are still missing, and Electron cannot start without them: ${still.join(', ')}.\n` +
        'Find the package that holds each (https://packages.debian.org), install it, then run the same command again.',
    );
  }
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  note('Refreshing the list of packages (apt-get update).');
  const updated = await run('apt-get', ['update', '-qq'], { env: quiet });
  const names = named(packages);
  note(`Installing ${names.join(' ')}.`);
  const options = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0'];
  const code = await run('apt-get', [...options, ...names], { env: quiet });
  if (code === 0) return;
  throw new SetupStop(
    `apt-get could not install them${updated === 0 ? '' : ' (nor refresh its list)'}; it printed the reason above.\n` +
      'Without them no window opens. Most often the Debian mirror cannot be reached: check the network or\n' +
      `/etc/apt/sources.list, or install by hand: ${names.join(' ')}`,
  );
}

/** The names this release of Debian uses: newer ones mark 64-bit time with t64. @param {readonly string[]} packages */
function named(packages) {
  return packages.map((name) => {
    const newer = ask('apt-cache', ['policy', `${name}t64`]).out;
    return /Candidate: [^(]/.test(newer) ? `${name}t64` : name;
  });
}

/** @param {string} program */
function missingLibraries(program) {
  const { out } = ask('ldd', [program]);
  return [...out.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => String(library));
}

/** @param {Needs} needs */
function missingPrograms({ displays, sound, paper, phone }) {
  const wanted = [
    ...(displays ? displayPrograms : []),
    ...(sound ? soundPrograms : []),
    ...(paper ? paperPrograms : []),
    ...(phone ? phonePrograms : []),
  ];
  return wanted.filter(([file]) => !existsSync(file));
}

/**
 * Why Chromium's sandbox cannot start for this user, as advice to print, or undefined when it can.
 * @param {import('./runtime.mjs').Runtime} runtime
 */
export function sandboxAdvice(runtime) {
  if (process.platform !== 'linux' || isRoot) return undefined;
  const sandbox = `${runtime.folder}/chrome-sandbox`;
  const setuid = ask('find', [sandbox, '-user', 'root', '-perm', '-4000']).out !== '';
  if (setuid || ask('unshare', ['--user', 'true']).code === 0) return undefined;
  return (
    "This system lets ordinary programs build no sandbox, and Holdfast does not run without one.\nGive Electron's own " +
    `helper the right, then run the same command again:\n\n  sudo chown root:root ${sandbox} && sudo chmod 4755 ${sandbox}\n`
  );
}
