import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { encodeDocument } from '../../electron/library/codec/document';
import { sixTests } from '../../shared/couple/charter/clause';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { SwapWhat } from '../../shared/session/documents/underway';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook } from '../make';
import { aFolder, everything, opened, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { startCopied, startKilled } from './killed-at';

const create = (title: string): Command => ({
  type: 'retreat/create',
  program: 'evening',
  title,
  date: '2026-03-07',
  couples: [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dara' },
  ],
});

interface At {
  readonly id: string;
  readonly retreat: string;
}

async function shown(core: CoreOnDisk, { id, retreat }: At): Promise<void> {
  await until(() => core.session().shelf.length > 0, 'the shelf');
  if (core.session().retreat?.id !== retreat) core.do({ type: 'retreat/open', id: retreat });
  await until(() => core.session().retreat?.id === retreat, 'the retreat');
  core.do({ type: 'records/show', sheets: [], whole: [id] });
  await until(
    () =>
      [core.session().records, core.session().charters, core.session().practices].every((all) => all[id] !== undefined),
    'what the couple has',
  );
}

/** A couple with words of both, one of them in handover, and an agreement in force. */
async function written(core: CoreOnDisk): Promise<At> {
  core.do(create('Spring'));
  await until(() => core.session().shelf.length > 0, 'the shelf');
  const { retreat } = core.session();
  const at = { id: retreat?.couples[0]?.id ?? '', retreat: retreat?.id ?? '' };
  await shown(core, at);
  for (const side of sides) {
    core.do({ type: 'record/consent', ...at, side, scope: 'record', given: true });
    core.do({
      type: 'record/answer',
      ...at,
      exercise: 'right-to-pass',
      field: 'room-needs',
      owner: side,
      value: { kind: 'text', text: `said by ${side}` },
    });
  }
  const saying = { kind: 'landing-phrases', content: { phrases: { A: ['phrase A'], B: ['phrase B'] } } } as const;
  core.do({ type: 'charter/add', ...at, saying, carriedBy: 'A', review: null, captured: null });
  const [clause] = core.session().charters[at.id]?.charter.clauses ?? [];
  const said = { ...at, clause: clause?.id ?? '', wording: clause?.wordings[0]?.id ?? '' };
  for (const side of sides) {
    for (const test of sixTests)
      core.store.ask({ type: 'charter/tick', ...said, side, test, ticked: true }, askerOf('charter/tick'));
    core.do({ type: 'charter/consent', ...said, side, given: true, paper: '2026-03-07' });
  }
  core.do({
    type: 'practice/add',
    ...at,
    owner: 'A',
    on: '2026-03-07',
    noting: { kind: 'pledge', content: { text: 'pledged by A' } },
  });
  core.do({ type: 'roster/seat', id: at.id, seat: 7 }, { type: 'roster/rename', id: at.id, side: 'A', name: 'Ada' });
  await core.saved();
  return at;
}

const askerOf = (type: Command['type']) => ({ name: 'console' as const, asks: new Set([type]) });
const refusal = (core: CoreOnDisk, command: Command): string => {
  const answer = core.store.ask(command, askerOf(command.type));
  return answer.ok ? 'ok' : answer.refusal.code;
};
const swap = (id: string, what: SwapWhat): Command => ({ type: 'couple/swap', id, what });

/** Who is called what, who said what and who carries what, in one line. */
function told(core: CoreOnDisk, id: string): string {
  const couple = core.session().retreat?.couples.find((one) => one.id === id);
  const { records, charters } = consoleView(core.session(), aBook);
  const answers = records[id]?.answers.map(
    ({ owner, value }) => `${owner}: ${value?.kind === 'text' ? value.text : '-'}`,
  );
  const [clause] = charters[id]?.clauses ?? [];
  const [pledge] = core.session().practices[id]?.practice.entries ?? [];
  const consents = sides.map((side) => (records[id]?.sheet.consents[side].record.givenAt === null ? 'no' : 'yes'));
  return [
    `${couple?.A.name} & ${couple?.B.name}`,
    consents.join('/'),
    ...(answers ?? []).toSorted(),
    JSON.stringify(clause?.now.saying.content),
    clause?.now.carriedBy,
    clause?.inForce,
    pledge?.owner,
  ].join(' | ');
}

const before =
  'Ada & Bo | yes/yes | A: said by A | B: said by B | {"phrases":{"A":["phrase A"],"B":["phrase B"]}} | A | true | A';
const both =
  'Bo & Ada | yes/yes | A: said by B | B: said by A | {"phrases":{"A":["phrase B"],"B":["phrase A"]}} | B | true | B';
const names =
  'Bo & Ada | no/no | A: said by A | B: said by B | {"phrases":{"A":["phrase A"],"B":["phrase B"]}} | A | false | A';

/** What is written down as not finished. */
const underwayIn = async (userData: string): Promise<string[]> =>
  [...(await everything(libraryOf(userData))).keys()].filter((file) => file.endsWith('/underway.json'));

describe('A and B of a couple', () => {
  it('change places with all that is theirs, on the disk as well; twice is as before', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    const at = await written(core);
    expect(told(core, at.id)).toBe(before);
    core.do(swap(at.id, 'both'));
    expect(told(core, at.id)).toBe(both);
    await core.saved();
    expect(await underwayIn(userData)).toEqual([]);
    await core.quit();
    const again = await startOnDisk(userData);
    await shown(again, at);
    expect(told(again, at.id)).toBe(both);
    again.do(swap(at.id, 'both'));
    await again.saved();
    expect(told(again, at.id)).toBe(before);
  });

  it('change places in every retreat that names them, with all that is theirs', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    const at = await written(core);
    const first = core.session().retreat;
    if (first === null) throw new Error('no retreat');
    await core.quit();
    const library = await opened(libraryOf(userData), documentKinds, {});
    await library.save('retreat', 'earlier', { ...first, id: 'earlier', title: 'Autumn' });
    await library.close();
    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.length === 2, 'the shelf');
    await shown(again, at);
    again.do(swap(at.id, 'both'));
    await again.saved();
    await shown(again, { ...at, retreat: 'earlier' });
    expect(told(again, at.id), 'each retreat asks for a yes of its own').toBe(both.replace('yes/yes', 'no/no'));
    again.do(swap(at.id, 'names'));
    await again.saved();
    await shown(again, at);
    expect(told(again, at.id)).toBe(both);
  });

  it('say so where a retreat that a newer Holdfast wrote names them, or may, and stay as they were there', async () => {
    for (const isStrange of [false, true]) {
      const userData = await aFolder();
      const core = await startOnDisk(userData);
      const at = await written(core);
      const first = core.session().retreat;
      if (first === null) throw new Error('no retreat');
      await core.quit();
      const newer = { ...documentKinds.retreat, shape: z.unknown(), schema: documentKinds.retreat.schema + 1 };
      const body = { ...first, id: 'earlier', ...(isStrange && { stranger: 1 }) };
      const savedAt = new Date().toISOString();
      const bytes = encodeDocument(newer, { id: 'earlier', generation: 4, device: '', from: null, savedAt, body });
      const folder = join(libraryOf(userData), 'retreats', 'earlier');
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'retreat.json'), bytes);
      const again = await startOnDisk(userData);
      await shown(again, at);
      again.do(swap(at.id, 'names'));
      await again.saved();
      expect(again.notices, 'names alone are this retreat’s').not.toContain('swap-left-newer');
      again.do(swap(at.id, 'both'));
      await until(() => again.session().notice?.code === 'swap-left-newer', 'it is said');
      await again.saved();
      expect((await readFile(join(folder, 'retreat.json'))).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it('change their names alone: the words stay, and every yes of this retreat is asked anew', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    const at = await written(core);
    core.do(swap(at.id, 'names'));
    expect(told(core, at.id)).toBe(names);
    await core.quit();
    const again = await startOnDisk(userData);
    await shown(again, at);
    expect(told(again, at.id)).toBe(names);
  });

  it.each(['both', 'names'] as const)(
    'leave nothing to be taken back or made again that spoke of the A of before: %s',
    async (what) => {
      const core = await startOnDisk(await aFolder());
      const { id } = await written(core);
      core.do({ type: 'edit/undo', couple: id });
      core.do({ type: 'couple/presence', id, side: 'A', present: false }, { type: 'roster/all-here' });
      core.do(swap(id, what));
      const refused: Command[] = [
        { type: 'edit/undo', couple: id },
        { type: 'edit/redo', couple: id },
      ];
      expect(refused.map((command) => refusal(core, command))).toEqual(['nothing-to-undo', 'nothing-to-undo']);
      expect(JSON.stringify(core.session().undoLists.retreat)).not.toContain(id);
    },
  );

  it('are not told apart by their names alone where one has written something that only they read (S9)', async () => {
    const core = await startOnDisk(await aFolder());
    const at = await written(core);
    core.store.report({ type: 'pin/known', set: true });
    core.do({ type: 'handover/begin', ...at, side: 'A', exercise: 'kind-word' });
    core.store.report({ type: 'handover/marked', ok: true });
    await until(() => core.session().records[at.id] !== undefined, 'the record');
    const answer = { type: 'handover/answer', field: 'line', value: { kind: 'text', text: 'only mine' } } as const;
    expect(core.store.ask(answer, { name: 'handover', asks: new Set([answer.type]) })).toEqual({ ok: true });
    core.store.report({ type: 'handover/left', byPin: true });
    await shown(core, at);
    expect(refusal(core, swap(at.id, 'names'))).toBe('swap-kept-private');
    core.do(swap(at.id, 'both'));
    const mine = core.session().records[at.id]?.record.answers.find(({ reader }) => reader === 'only-i');
    expect(mine?.owner).toBe('B');
  });

  it.each([
    ['both', both],
    ['names', names],
  ] as const)(
    'have all of it or none after kill -9 at each change of the disk: %s',
    { timeout: 120_000 },
    async (what, after) => {
      const { core, stagesOf } = await startCopied(await aFolder());
      const at = await written(core);
      const ends = new Set<string>();
      for (const stage of await stagesOf(() => core.do(swap(at.id, what)))) {
        const again = await startKilled(stage);
        await shown(again, at);
        await again.saved();
        expect([before, after], stage).toContain(told(again, at.id));
        ends.add(told(again, at.id));
        expect(await underwayIn(stage), stage).toEqual([]);
        await again.quit();
        await rm(stage, { recursive: true });
      }
      expect(ends.size).toBe(2);
    },
  );
});
