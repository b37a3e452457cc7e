import { expect, it } from 'vitest';
import { inOrder } from '../../shared/session/protocol/message-sequencing';

/** A line between the main process and the page, and what the page heard by it, in order. */
function line() {
  const order = inOrder<string>();
  const heard: string[] = [];
  order.onChange((change) => heard.push(change));
  return {
    heard,
    change: order.change,
    whole: (after: number) => heard.push(order.whole({ value: 'whole', after })),
    answer: async (after: number) => void heard.push(await order.answer({ value: `answer ${after}`, after })),
    settled: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

it('holds an answer back until the changes it speaks of were handed on', async () => {
  const { heard, whole, change, answer, settled } = line();
  whole(0);
  change('first', 1);
  void answer(1);
  await settled();
  void answer(3);
  void answer(2);
  await settled();
  expect(heard).toEqual(['whole', 'first', 'answer 1']);
  change('second', 2);
  await settled();
  expect(heard.slice(3)).toEqual(['second', 'answer 2']);
  change('third', 3);
  await settled();
  expect(heard.slice(5)).toEqual(['third', 'answer 3']);
});

it('drops a change the whole view had in it, and keeps one that overtook it', async () => {
  const { heard, whole, change, settled } = line();
  change('old', 7);
  change('new', 9);
  expect(heard).toEqual([]);
  whole(8);
  change('old, and late', 8);
  change('next', 10);
  await settled();
  expect(heard).toEqual(['new', 'whole', 'next']);
});

it('waits for the view before it hands on an answer', async () => {
  const { heard, whole, answer, settled } = line();
  void answer(4);
  await settled();
  expect(heard).toEqual([]);
  whole(5);
  await settled();
  expect(heard).toEqual(['whole', 'answer 4']);
});
