import { cpSync, mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { OnStep } from '../../electron/library/contract';
import { openLibrary } from '../../electron/library/library';
import { only } from '../../electron/library/store/layout';
import { documentKinds } from '../../shared/session/documents/documents';
import { plainKinds, takeOut } from './library-kinds';

// A process of its own that the crash tests kill. It says on its standard output what has been acknowledged.

const [folder = '', task = '', step = '', times = '0'] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

let left = Number(times);
let mayDie = !['forget', 'leave', 'remove'].includes(task);
function dieAt(...[done, kind]: Parameters<OnStep>): void {
  if ((done !== step && step !== 'any') || !mayDie || (task === 'leave' && kind !== 'retreat')) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

async function open() {
  const opened = await openLibrary(folder, plainKinds, { takeOut, ...(step && { onStep: dieAt }) });
  if (!opened.ok) throw new Error(opened.code);
  return opened.library;
}

/** Counts up in three documents for ever, each on its own, telling each number once it is durable. */
async function count(): Promise<void> {
  const library = await open();
  library.startPositionWriter(() => ({ live: performance.now(), wall: Date.now() }));
  const documents = [
    ['note', 'a'],
    ['note', 'b'],
    ['live', only],
  ] as const;
  for (const [kind, id] of documents) {
    void (async () => {
      const found = await library.read(kind, id);
      for (let n = found.state === 'ok' ? found.body.n + 1 : 1; ; n += 1) {
        const saved = await library.save(kind, id, { n, text: 'word '.repeat(n % 700) });
        if (saved.ok) say(`${kind} ${id} ${n}`);
      }
    })();
  }
}

/** Saves something small, then something that does not fit, and tells how its status goes. */
async function fill(): Promise<void> {
  process.on('SIGXFSZ', () => undefined);
  const library = await open();
  await library.save('note', 'a', { n: 1, text: 'small' });
  library.subscribe(({ state, reason }) => say(`${state} ${reason ?? ''}`.trim()));
  const saved = await library.save('note', 'a', { n: 2, text: 'large '.repeat(11_000) });
  await library.flush();
  say(saved.ok ? 'durable' : saved.code);
  await library.close();
}

/** Saves one document for ever, telling each number once it is durable and each change of the status. */
async function watch(): Promise<void> {
  const library = await open();
  library.subscribe(({ state, reason }) => {
    if (state === 'not-saved') say(`${state} ${reason}`);
  });
  for (let n = 1; ; n += 1) {
    await library.save('note', 'a', { n, text: '' });
    say(`${n}`);
  }
}

/** Takes couple `a` out of a retreat that has named it through several saves, and has a damaged copy set aside. */
async function leave(): Promise<void> {
  const library = await open();
  for (const id of ['a', 'b']) await library.save('note', id, { n: 1, text: `mark-${id}` });
  for (const n of [1, 2, 3]) await library.save('retreat', 'r', { n, text: 'mark-a mark-b' });
  mayDie = true;
  const saved = await library.save('retreat', 'r', { n: 4, text: 'mark-b' }, [{ at: 'couples', id: 'a' }]);
  say(saved.ok ? 'gone' : saved.code);
  await library.close();
}

/** Removes a retreat with two of its couples, told by the last run as well. */
async function remove(): Promise<void> {
  const library = await open();
  for (const id of ['a', 'b', 'c']) for (const n of [1, 2]) await library.save('note', id, { n, text: `mark-${id}` });
  for (const n of [1, 2]) await library.save('retreat', 'r', { n, text: 'mark-r' });
  await library.save('live', only, { n: 1, text: 'mark-r' });
  mayDie = true;
  const along = ['a', 'b'].map((id) => ({ at: 'couples', id }));
  const removed = await library.remove('retreats', 'r', along);
  say(removed.ok ? 'gone' : removed.code);
  await library.close();
}

/** Forgets what a couple's note said, which its older copies, one that is damaged and one of a sync tool say too. */
async function forget(): Promise<void> {
  const library = await open();
  for (const n of [1, 2, 3]) await library.save('note', 'a', { n, text: 'mark-x kept' });
  const aside = join(folder, 'quarantine', 'couples', 'a', 'note');
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, '20261123T234501123Z-unreadable.json'), 'cut short in mark-x');
  cpSync(join(folder, 'couples', 'a'), join(folder, 'couples', 'a (1)'), { recursive: true });
  cpSync(join(folder, 'couples', 'a', 'note.json'), join(folder, 'couples', 'a', 'note (1).json'));
  mayDie = true;
  const forgotten = await library.forget('note', 'a', ['x']);
  say(forgotten.ok ? 'gone' : forgotten.code);
  await library.close();
}

/** Opens the app's own library and says so. */
async function bring(): Promise<void> {
  const result = await openLibrary(folder, documentKinds, { onStep: dieAt });
  say(result.ok ? 'open' : result.code);
  if (result.ok) await result.library.close();
}

const tasks = { bring, count, fill, forget, leave, remove, watch };
await tasks[task as keyof typeof tasks]();
