import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from './library-kit';

const drawn = readFileSync('renderer/blank.ttf');

test('the face that stands in for others is the one its tables make', async () => {
  const made = join(await aFolder(), 'blank.ttf');
  execFileSync(process.execPath, ['build/blank-face.mjs', made]);
  expect(readFileSync(made).equals(drawn)).toBe(true);
});

test('all of its words come to the sum that readers of faces expect', () => {
  let sum = 0;
  for (let at = 0; at < drawn.byteLength; at += 4) sum = (sum + drawn.readUInt32BE(at)) % 2 ** 32;
  expect(sum).toBe(0xb1b0afba);
});
