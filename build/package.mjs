/**
 * Packages what is in out/: `node build/package.mjs SOURCE FOLDER VERSION [targets]`, where the first three say which Electron
 * runtime set-up found. From a third party's copy only a test build is made, and it says so wherever it is seen.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { projectFolder } from './flavours.mjs';

const [source = '', electronDist = '', electronVersion = '', ...asked] = process.argv.slice(2);
const isTestBuild = source === 'third-party copy';
const targets = isTestBuild && asked.length === 0 ? ['dir'] : asked;
if (isTestBuild && targets.some((target) => target !== 'dir')) {
  console.error(
    'Only the `dir` target is made here: the Electron runtime is a third party’s copy, and no release may be built from it.\n' +
      'On a network that reaches the Electron release page, delete .cache and run this again.',
  );
  process.exit(1);
}

const folder = isTestBuild ? 'dist/test-build' : 'dist';
process.chdir(projectFolder);
await build({
  targets: Platform.current().createTarget(targets),
  publish: 'never',
  config: {
    extends: 'build/electron-builder.yml',
    electronDist,
    electronVersion,
    directories: { buildResources: 'build', output: folder },
    ...(isTestBuild && {
      productName: 'Holdfast (test build)',
      extraMetadata: { productName: 'Holdfast (test build)' },
    }),
  },
});

const unpacked = join(projectFolder, folder, 'linux-unpacked');
if (existsSync(unpacked)) {
  await checkFuses(join(unpacked, 'holdfast'));
  // Electron's own welcome app comes along with an unpacked distribution.
  rmSync(join(unpacked, 'resources', 'default_app.asar'), { force: true });
  if (isTestBuild) {
    const words = `This is a test build of Holdfast.\nIts Electron ${electronVersion} is a third party's copy. Do not hand it out, and run no retreat on it.\n`;
    writeFileSync(join(unpacked, 'TEST-BUILD.txt'), words);
    console.log(words);
  }
}
console.log(`Packaged into ${folder}/.`);

/**
 * Reads the fuses back from the program; a release whose Node doors stand open must not leave this machine.
 * @param {string} program
 */
async function checkFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const wanted = new Map([
    [FuseV1Options.RunAsNode, FuseState.DISABLE],
    [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
    [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
    [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
  ]);
  for (const [fuse, state] of wanted) {
    if (wire[fuse] !== state) throw new Error(`The fuse ${FuseV1Options[fuse]} is not set as it should be.`);
  }
  console.log('Fuses read back: as configured.');
}
