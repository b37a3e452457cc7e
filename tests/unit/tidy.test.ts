import { expect, test } from 'vitest';
import { tidy } from '../../shared/room/tidy';

test('a page clears up as soon as no digit is about to flip, and once', () => {
  const periods = [0, 12, 29, 45, 50];
  let collected = 0;
  let asked = 0;
  const whenIdle = (then: (idle: { readonly timeRemaining: () => number }) => void): void => {
    const left = periods[asked] ?? 0;
    asked += 1;
    then({ timeRemaining: () => left });
  };
  tidy(whenIdle, () => {
    collected += 1;
  });
  expect([asked, collected]).toEqual([4, 1]);
});
