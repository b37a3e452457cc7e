import { writeSync } from 'node:fs';
import type { WriteStep } from '../../electron/library/durable-write';
import { only } from '../../electron/library/layout';
import { openLibrary } from '../../electron/library/library';
import { plainKinds } from './library-kinds';

// A process of its own that the crash tests kill. It says on its standard output what has been acknowledged.

const [folder = '', task = '', step = '', times = '0'] = process.argv.slice(2);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

let left = Number(times);
function dieAt(done: WriteStep): void {
  if (done !== step) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

async function open() {
  const opened = await openLibrary(folder, plainKinds, step ? { onStep: dieAt } : {});
  if (!opened.ok) throw new Error(opened.code);
  return opened.library;
}

/** Counts up in three documents for ever, each on its own, telling each number once it is durable. */
async function count(): Promise<void> {
  const library = await open();
  library.startHeart(() => ({ live: performance.now(), wall: Date.now() }));
  const documents = [
    ['couple', 'a'],
    ['couple', 'b'],
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
  await library.save('couple', 'a', { n: 1, text: 'small' });
  library.subscribe(({ state, reason }) => say(`${state} ${reason ?? ''}`.trim()));
  const saved = await library.save('couple', 'a', { n: 2, text: 'large '.repeat(11_000) });
  await library.flush();
  say(saved.ok ? 'durable' : saved.code);
  await library.close();
}

await (task === 'count' ? count() : fill());
