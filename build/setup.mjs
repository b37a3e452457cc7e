/**
 * Makes a bare machine ready and does what was asked: `node build/setup.mjs start|demo|walk|test|e2e|bench|dev|package|ready`.
 * Only Node's own modules are used here, for nothing else may be installed yet.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './flavours.mjs';
import { installPackages } from './setup/packages.mjs';
import { getRuntime } from './setup/runtime.mjs';
import { note, run, SetupStop, step } from './setup/say.mjs';
import { hasDisplay, installSystemPackages, isRoot, sandboxAdvice } from './setup/system.mjs';
import { counted, runTests } from './setup/tests.mjs';

const packages = join(projectFolder, 'node_modules');

/** @param {import('./setup/system.mjs').Needs & { window?: boolean }} needs */
async function ready(needs) {
  refuseOldNode();
  process.chdir(projectFolder);
  await installPackages();
  const runtime = await getRuntime();
  await installSystemPackages(runtime, needs);
  const advice = needs.window === false ? undefined : sandboxAdvice(runtime);
  if (advice) throw new SetupStop(advice);
  return runtime;
}

/** @param {import('./flavours.mjs').Flavour} flavour */
async function build(flavour) {
  const code = await run(process.execPath, ['build/bundle.mjs', flavour]);
  if (code !== 0) throw new SetupStop('Holdfast could not be built; the reason is above.');
}

async function start() {
  if (!hasDisplay()) {
    console.log('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.');
    console.log('Starting a virtual display instead and playing the demo retreat on it.');
    return demo();
  }
  const runtime = await ready({ displays: false });
  await build('release');
  step('Opening Holdfast');
  const args = [projectFolder];
  // Wayland lets no program place its windows, and the room must open on the display that was chosen.
  if (process.platform === 'linux' && process.env.DISPLAY) args.push('--ozone-platform=x11');
  if (isRoot) {
    note('You are root, and Electron builds no sandbox for root: this start runs without it.');
    note('For a real retreat start Holdfast as an ordinary user.');
    args.push('--no-sandbox');
  }
  return run(runtime.program, args);
}

/** Plays the demo retreat by driving the real app, on the display there is or on virtual ones. */
async function demo() {
  const visible = hasDisplay();
  await ready({ displays: !visible });
  await build('test');
  step('Playing the demo retreat');
  mkdirSync('demo-output', { recursive: true });
  return run(
    process.execPath,
    [join(packages, '@playwright/test/cli.js'), 'test', '--config', 'build/demo.config.ts'],
    {
      env: { HOLDFAST_VISIBLE: visible ? '1' : '' },
    },
  );
}

/** Holds the real app open on virtual displays, led from a prompt. @param {string[]} args */
async function walk(args) {
  await ready({ displays: true });
  await build('test');
  step('Walking');
  return run(process.execPath, ['build/walk.mjs', ...args], { listens: true });
}

/** @param {string[]} args */
async function test(args) {
  await ready({ displays: true, sound: true, paper: true, phone: true });
  return runTests({ long: args.includes('--long') });
}

/** @param {string[]} args */
async function e2e(args) {
  await ready({ displays: true, sound: true, paper: true, phone: true });
  await build('test');
  return run(process.execPath, [
    join(packages, '@playwright/test/cli.js'),
    'test',
    '--config',
    'build/playwright.config.ts',
    ...args,
  ]);
}

/** Measures what the design promises, against the floor. @param {string[]} args */
async function bench(args) {
  if (args.includes('--packaged')) {
    const code = await pack(['dir']);
    if (code !== 0) return code;
  }
  await ready({ displays: true });
  if (!args.includes('--packaged')) await build('release');
  step('Measuring');
  return run(
    process.execPath,
    [join(packages, '@playwright/test/cli.js'), 'test', '--config', 'build/bench.config.ts'],
    { env: { HOLDFAST_BENCH: args.join(' ') } },
  );
}

async function dev() {
  if (!hasDisplay())
    throw new SetupStop('There is no display here, and hot reload is for watching. Try `npm run demo`.');
  const runtime = await ready({ displays: false });
  // A name of its own keeps the developer's data away from real retreats.
  mkdirSync('out-dev', { recursive: true });
  const manifest = { name: 'holdfast-dev', productName: 'Holdfast dev', type: 'module', main: 'main/main.js' };
  writeFileSync(join('out-dev', 'package.json'), JSON.stringify(manifest));
  const args = ['dev', '--config', 'build/electron.vite.config.ts', '--mode', 'development', '--entry', 'out-dev'];
  return run(process.execPath, [join(packages, 'electron-vite/bin/electron-vite.js'), ...args], {
    env: { ELECTRON_EXEC_PATH: runtime.program, ...(isRoot && { NO_SANDBOX: '1' }) },
  });
}

/** @param {string[]} targets */
async function pack(targets) {
  const runtime = await ready({ displays: false, window: false });
  await build('release');
  return run(process.execPath, ['build/package.mjs', runtime.source, runtime.folder, runtime.version, ...targets]);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupStop(
    `This is Node ${process.versions.node}; Holdfast needs 20.19 or newer. Get it from https://nodejs.org.`,
  );
}

const [task = 'start', ...rest] = process.argv.slice(2);
/** @type {Record<string, () => Promise<number>>} */
const tasks = {
  start,
  demo,
  test: () => test(rest),
  dev,
  walk: () => walk(rest),
  e2e: () => e2e(rest),
  bench: () => bench(rest),
  package: () => pack(rest),
  ready: async () => {
    await ready({ displays: true, sound: true, paper: true, phone: true });
    return 0;
  },
};

try {
  const wanted = tasks[task];
  if (!wanted) throw new SetupStop(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
  process.exitCode = await wanted();
} catch (reason) {
  if (!(reason instanceof SetupStop)) throw reason;
  console.error(`\n${reason.message}`);
  if (task === 'test') console.log(counted({ passed: 0, failed: 1 }));
  process.exitCode = 1;
}
