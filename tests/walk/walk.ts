import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { commands } from './commands';
import { Hall } from './hall';
import { type Asked, parseLine } from './parse-line';

/** Where commands come from: a file, a named pipe, which is held open so that one may write to it after another, or the standard input. */
function source(from: string | undefined): NodeJS.ReadableStream {
  if (from === undefined) return process.stdin;
  if (!statSync(from).isFIFO()) return createReadStream(from);
  // As a socket: a file is read by a thread, and one that waits in a pipe would keep this process from ending.
  return new Socket({ fd: openSync(from, constants.O_RDWR | constants.O_NONBLOCK), readable: true, writable: false });
}

/** Leads Holdfast by one command a line until `quit` or the end of the lines, and returns how many could not be done. */
export async function walk(from: string | undefined): Promise<number> {
  const input = source(from);
  const byHand = from === undefined && process.stdin.isTTY;
  const hall = await Hall.open();
  // Only now: a line that is read before somebody waits for it is lost.
  const lines = createInterface({ input, ...(byHand ? { output: process.stdout } : {}), prompt: 'walk> ' });
  let failed = 0;
  process.once('SIGINT', () => lines.close());
  console.log('Holdfast on virtual displays. `help` lists what can be done, `quit` ends it.');
  lines.prompt();
  for await (const typed of lines) {
    const asked = parseLine(typed);
    if (asked !== null) {
      if (!byHand) console.log(`> ${typed.trim()}`);
      if (!(await carryOut(hall, asked))) failed += 1;
      for (const problem of hall.newProblems()) console.log(`! ${problem}`);
      if (asked.name === 'quit') break;
    }
    lines.prompt();
  }
  lines.close();
  await hall.leave();
  return failed;
}

async function carryOut(hall: Hall, { name, words, line }: Asked): Promise<boolean> {
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new Error(`There is no command “${name}”. \`help\` lists them.`);
    console.log((await command.run(hall, words, line)) ?? 'done');
    return true;
  } catch (reason) {
    console.log(`not done: ${why(reason)}`);
    return false;
  }
}

/** Of what Playwright says in many lines, the first, and what stood in the way. */
function why(reason: unknown): string {
  const text = stripVTControlCharacters(reason instanceof Error ? reason.message : String(reason));
  const [first = '', callLog = ''] = text.split(/\n\s*Call log:/i, 2);
  const inTheWay = /<.*intercepts pointer events|element is not (?:enabled|visible|stable)/.exec(callLog)?.[0];
  const [short = ''] = first.split('\n\n', 1);
  return inTheWay === undefined ? short : `${short} ${inTheWay}`;
}
