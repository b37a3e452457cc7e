import { expect, test } from 'vitest';
import { moved } from '../../renderer/console/couples/use-seat-grid';

const rows = [
  { id: 'both', seat: 1, columns: [0, 1, 2, 3, 4, 5, 6] },
  { id: 'alone', seat: 2, columns: [0, 4, 5, 6] },
  { id: 'last', seat: 12, columns: [0, 1, 2, 3, 4, 5, 6] },
];

test.each([
  ['right, to the next box', { row: 'both', column: 3 }, 'ArrowRight', { row: 'both', column: 4 }],
  [
    'right, past what one who attends alone does not have',
    { row: 'alone', column: 0 },
    'ArrowRight',
    { row: 'alone', column: 4 },
  ],
  ['left, back to the seat', { row: 'alone', column: 4 }, 'ArrowLeft', { row: 'alone', column: 0 }],
  ['right at the end, nowhere', { row: 'both', column: 6 }, 'ArrowRight', { row: 'both', column: 6 }],
  ['down, in the same column', { row: 'both', column: 5 }, 'ArrowDown', { row: 'alone', column: 5 }],
  ['down, to the nearest column there is', { row: 'both', column: 3 }, 'ArrowDown', { row: 'alone', column: 4 }],
  ['up at the top, nowhere', { row: 'both', column: 2 }, 'ArrowUp', { row: 'both', column: 2 }],
  ['to the seat', { row: 'last', column: 6 }, 'Home', { row: 'last', column: 0 }],
  ['to the last box', { row: 'alone', column: 0 }, 'End', { row: 'alone', column: 6 }],
])('an arrow leads %s', (_, from, key, to) => {
  expect(moved(rows, from, key)).toEqual(to);
});

test('no other key leads anywhere, nor does a row that is gone', () => {
  expect(moved(rows, { row: 'both', column: 1 }, 'x')).toBeNull();
  expect(moved(rows, { row: 'gone', column: 1 }, 'ArrowDown')).toBeNull();
});
