import { test } from '@playwright/test';
import { stageApp, unstage } from '../../tests/rig/stage';
import { projectFolder } from '../flavours.mjs';
import { Hall } from './hall';
import { save } from './rows/save';
import { running } from './rows/running';
import { ours } from './subject';
import { summary } from './row';

test('spike', async () => {
    for (const row of await save(100)) console.log(row.figure, summary(row.ours), summary(row.floor), row.result);
  const staged = stageApp(`${projectFolder}/out`);
  const halls: [Hall, Hall] = [await Hall.open(), await Hall.open()];
  try {
    for (const row of await running(ours(staged), staged, halls, 1)) console.log(row.figure, summary(row.ours), summary(row.floor), row.result);
  } finally {
    for (const hall of halls) await hall.close();
    unstage(staged);
  }
});
