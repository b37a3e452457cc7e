import { expect, it } from 'vitest';
import { shownRecords } from '../../renderer/console/mirror/use-shown-records';
import type { Command } from '../../shared/session/commands/commands';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** What was told, in order; each is answered when `answer` is called. */
function told() {
  const commands: Command[] = [];
  const waiting: (() => void)[] = [];
  const send = (command: Command) => {
    commands.push(command);
    return new Promise<{ readonly ok: true }>((resolve) => waiting.push(() => resolve({ ok: true })));
  };
  return { commands, send, answer: () => waiting.splice(0).map((done) => done()) };
}

const show = (sheets: string[], whole: string[] = []) => ({ type: 'records/show', sheets, whole });

it('tells what all components need together', async () => {
  const { commands, send, answer } = told();
  const askFor = shownRecords();
  askFor({ sheets: ['c2', 'c1'], whole: [] }, send);
  askFor({ sheets: ['c1'], whole: ['c3'] }, send);
  await settled();
  answer();
  await settled();
  expect(commands).toEqual([show(['c1', 'c2'], ['c3'])]);
});

it('lets nothing go that passes from one component to another', async () => {
  const { commands, send, answer } = told();
  const askFor = shownRecords();
  const giveUp = askFor({ sheets: ['c1'], whole: [] }, send);
  await settled();
  answer();
  await settled();
  giveUp();
  askFor({ sheets: ['c1'], whole: [] }, send);
  await settled();
  expect(commands).toEqual([show(['c1'])]);
});

it('tells what came meanwhile once the one before is answered, and the last of it alone', async () => {
  const { commands, send, answer } = told();
  const askFor = shownRecords();
  askFor({ sheets: ['c1'], whole: [] }, send);
  await settled();
  const giveUp = askFor({ sheets: ['c2'], whole: [] }, send);
  await settled();
  expect(commands, 'not before it is answered').toHaveLength(1);
  giveUp();
  askFor({ sheets: [], whole: ['c4'] }, send);
  answer();
  await settled();
  expect(commands).toEqual([show(['c1']), show(['c1'], ['c4'])]);
});

it('tells that nothing is shown any more', async () => {
  const { commands, send, answer } = told();
  const askFor = shownRecords();
  const giveUp = askFor({ sheets: ['c1'], whole: [] }, send);
  await settled();
  answer();
  await settled();
  giveUp();
  await settled();
  expect(commands).toEqual([show(['c1']), show([])]);
});
