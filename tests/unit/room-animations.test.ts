import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = `${import.meta.dirname}/../../renderer/room`;

// Otherwise what arrives may be whole for a frame: Chromium can say that an animation starts just after the frame at hand.
test('every animation in the room is where it starts until it starts', () => {
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  const all = sheets.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\banimation: (?!none)([^;]+);/g)].map(([, how]) => how),
  );
  expect(all).not.toEqual([]);
  for (const how of all) expect(how).toMatch(/ (backwards|both)$/);
});
