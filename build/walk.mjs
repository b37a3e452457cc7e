/** `npm run walk [-- --from FILE]`: the walk is TypeScript, so it is run through Vite. */
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { projectFolder } from './flavours.mjs';

const { values } = parseArgs({ options: { from: { type: 'string' } } });
const { module } = await runnerImport(`${projectFolder}/tests/walk/walk.ts`, {
  configFile: false,
  root: projectFolder,
  logLevel: 'error',
});
process.exit((await module.walk(values.from)) === 0 ? 0 : 1);
