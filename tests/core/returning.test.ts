import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { charterSchema } from '../../shared/couple/charter/charter-schema';
import { archivedAt, emptyRecord, recordSchema } from '../../shared/couple/record';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aRetreat } from '../make';
import { aFolder, everything, opened, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';
import { startCopied, startKilled } from './killed-at';

afterAll(dropCoreProcess);

type Doing = Pick<CoreOnDisk, 'do' | 'session'>;
const then = 'word-of-then-5c';
const now = 'word-of-now-8e';

const create = (title: string, date: string, couples: Extract<Command, { type: 'retreat/create' }>['couples']) =>
  ({ type: 'retreat/create', program: 'evening', title, date, couples }) as const;

const show = (...whole: string[]): Command => ({ type: 'records/show', sheets: [], whole });
const idAt = ({ session }: Doing, seat = 1): string =>
  session().retreat?.couples.find((couple) => couple.seat === seat)?.id ?? '';
const retreatOf = ({ session }: Doing): string => session().retreat?.id ?? '';

async function shown(core: Doing, ...ids: string[]): Promise<void> {
  core.do(show(...ids));
  await until(
    () => ids.every((id) => core.session().records[id] && core.session().charters[id] && core.session().practices[id]),
    'the records',
  );
}

const consents = (core: Doing, id: string): readonly Command[] =>
  sides.map((side) => ({
    type: 'record/consent',
    id,
    retreat: retreatOf(core),
    side,
    scope: 'record',
    given: true,
  }));
const says = (core: Doing, id: string, owner: 'A' | 'B', text: string): Command => ({
  type: 'record/answer',
  id,
  retreat: retreatOf(core),
  exercise: 'right-to-pass',
  field: 'room-needs',
  owner,
  value: { kind: 'text', text },
});
const principle = (text: string) => ({ kind: 'principle', content: { text } }) as const;
const clausesOf = ({ session }: Doing, id: string) => session().charters[id]?.charter.clauses ?? [];
const lastWording = (core: Doing, id: string, at = 0): string => clausesOf(core, id)[at]?.wordings.at(-1)?.id ?? '';
const agrees = (core: Doing, id: string, at = 0): readonly Command[] =>
  sides.map((side) => ({
    type: 'charter/consent',
    id,
    retreat: retreatOf(core),
    clause: clausesOf(core, id)[at]?.id ?? '',
    side,
    wording: lastWording(core, id, at),
    given: true,
    paper: '2026-03-07',
  }));

/** Spring, where Ada and Bo wrote, agreed to two principles and were noted about; then its end. */
async function spring(core: CoreOnDisk): Promise<string> {
  core.do(
    create('Spring', '2026-03-07', [
      { A: 'Ada', B: 'Bo' },
      { A: 'Cleo', B: 'Dara' },
    ]),
  );
  const id = idAt(core);
  await shown(core, id);
  core.do(...consents(core, id), says(core, id, 'A', `${then} A`), says(core, id, 'B', `${then} B`));
  const retreat = retreatOf(core);
  for (const text of [`${then} first`, `${then} second`]) {
    core.do({
      type: 'charter/add',
      id,
      retreat,
      saying: principle(text),
      carriedBy: 'both',
      review: null,
      captured: null,
    });
  }
  core.do(...agrees(core, id, 0), ...agrees(core, id, 1));
  core.do({ type: 'couple/note', id, text: `${then} note` });
  await core.saved();
  core.do({ type: 'retreat/close' });
  await until(() => core.session().shelf.length === 1, 'the shelf');
  return id;
}

/** Autumn, where two of these names sit down as the couple of then. */
async function joined(core: CoreOnDisk, was: string): Promise<void> {
  await core.autosave.findReturning([{ A: 'bo', B: 'ADA' }]);
  core.do(
    create('Autumn', '2026-10-03', [
      { A: 'bo', B: 'ADA', was },
      { A: 'Eli', B: 'Fin' },
    ]),
  );
  await until(() => core.session().notes[was] !== undefined, 'the note');
  await shown(core, was);
}

/** What they then write there: answers, a consent, a principle, another wording of one of then, and a yes taken back to the other. */
async function writes(core: CoreOnDisk, id: string): Promise<void> {
  const retreat = retreatOf(core);
  core.do(...consents(core, id), says(core, id, 'A', `${now} A`));
  core.do({
    type: 'charter/add',
    id,
    retreat,
    saying: principle(`${now} third`),
    carriedBy: 'both',
    review: null,
    captured: null,
  });
  const [first] = clausesOf(core, id);
  const of = { id, retreat } as const;
  const written = { kind: 'principle', texts: { text: `${now} first` }, carriedBy: 'both' } as const;
  core.do({ type: 'charter/write', ...of, clause: first?.id ?? '', written });
  // An older copy holds what is being written.
  await core.saved();
  core.do({
    type: 'charter/save',
    ...of,
    reworded: { clause: first?.id ?? '', wording: first?.wordings.at(-1)?.id ?? '' },
  });
  const [, second] = clausesOf(core, id);
  const taken = { id, retreat, clause: second?.id ?? '', side: 'A', wording: lastWording(core, id, 1) } as const;
  core.do(...agrees(core, id, 0), ...agrees(core, id, 2));
  core.do({ type: 'charter/consent', ...taken, given: false, paper: null });
  core.do({ type: 'record/mark', id, retreat, exercise: 'right-to-pass', mark: 'done' });
}

const part = (id: string): Command => ({ type: 'roster/part', id });
const refusal = (core: CoreOnDisk, command: Command) => {
  const answer = core.store.ask(command, { name: 'console', asks: new Set([command.type]) });
  return answer.ok ? 'ok' : answer.refusal.code;
};

/** What stands in a couple's documents, without the marks of what left. */
async function kept(userData: string, id: string) {
  const library = await opened(libraryOf(userData), documentKinds, {});
  const [record, charter] = [await library.read('record', id), await library.read('charter', id)];
  await library.close();
  const { removed: _, ...written } = record.state === 'ok' ? recordSchema.parse(record.body) : { removed: [] };
  const { removed: __, ...agreed } = charter.state === 'ok' ? charterSchema.parse(charter.body) : { removed: [] };
  return { written, agreed };
}

/** The couples in whose files a word stands, older copies included. */
async function couplesWith(userData: string, word: string): Promise<string[]> {
  const couples = join(libraryOf(userData), 'couples');
  const files = [...(await everything(libraryOf(userData)))].filter(([, text]) => text.includes(word));
  return [...new Set(files.map(([file]) => file.slice(couples.length + 1).split('/')[0] ?? file))].sort();
}

describe('a couple that was here before', () => {
  it('is found by both names in either order, by nothing else of it, and only once it is looked for', async () => {
    const core = await startOnDisk(await aFolder());
    const id = await spring(core);
    expect(core.session().returning).toEqual([]);
    const { findReturning } = core.autosave;
    const found = await findReturning([
      { A: 'bó', B: ' ADA ' },
      { A: 'Ada', B: 'Cleo' },
      { A: 'Dara', B: '' },
    ]);
    expect(found).toEqual([
      {
        id,
        A: 'Ada',
        B: 'Bo',
        newer: false,
        retreats: [{ id: expect.any(String), title: 'Spring', date: '2026-03-07' }],
      },
    ]);
    expect(core.session().returning).toEqual(found);
    expect(await findReturning([{ A: 'Ada', B: 'Cleo' }])).toEqual([]);
  });

  it('goes on with its record by a yes: its note is there, A and B are who they were, and every consent is asked anew', async () => {
    const core = await startOnDisk(await aFolder());
    const id = await spring(core);
    await joined(core, id);
    const [couple, other] = core.session().retreat?.couples ?? [];
    expect([couple?.id, couple?.A.name, couple?.B.name]).toEqual([id, 'ADA', 'bo']);
    expect(other?.id).not.toBe(id);
    expect(core.session().notes).toEqual({ [id]: `${then} note` });
    expect(core.session().records[id]?.record.answers.map(({ owner }) => owner)).toEqual(['A', 'B']);
    expect(refusal(core, says(core, id, 'A', now))).toBe('consent-missing');
    core.do(...consents(core, id), says(core, id, 'A', now));
    await core.saved();
    const found = await core.autosave.findCouples({ id });
    expect(found.couples[0]?.retreats.map(({ title }) => title)).toEqual(['Autumn', 'Spring']);
  });

  it('that is archived is found as well, and is not any more', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    const id = await spring(core);
    await shown(core, id);
    core.do({ type: 'record/archive', id, archived: true });
    await core.saved();
    core.do(show());
    await joined(core, id);
    expect(archivedAt(core.session().records[id]?.record ?? emptyRecord(id))).toBe(null);
    await core.saved();
    core.do({ type: 'retreat/close' });
    await core.quit();
    const { written } = await kept(userData, id);
    expect(written).toMatchObject({ archived: { is: false } });
  });

  it('keeps what is typed into its note before the old one was read', async () => {
    const core = await startOnDisk(await aFolder());
    const id = await spring(core);
    await core.autosave.findReturning([{ A: 'Ada', B: 'Bo' }]);
    core.do(create('Autumn', '2026-10-03', [{ A: 'Ada', B: 'Bo', was: id }]), { type: 'couple/note', id, text: 'new' });
    await until(() => core.session().notes[id] === `${then} note\n\nnew`, 'both');
    await core.saved();
  });

  it('that was deleted is found no more, and refused', async () => {
    const core = await startOnDisk(await aFolder());
    const id = await spring(core);
    await core.autosave.findReturning([{ A: 'Ada', B: 'Bo' }]);
    core.do({ type: 'retreat/delete', id: core.session().shelf[0]?.id ?? '' });
    const back = create('Autumn', '2026-10-03', [{ A: 'Ada', B: 'Bo', was: id }]);
    expect(refusal(core, back)).toBe('not-returning');
    await until(async () => (await core.autosave.findReturning([{ A: 'Ada', B: 'Bo' }])).length === 0, 'it is gone');
    expect(refusal(core, back)).toBe('not-returning');
  });

  it('whose record a newer Holdfast wrote is told so, and refused', async () => {
    const userData = await aFolder();
    const newer = await opened(
      libraryOf(userData),
      {
        ...documentKinds,
        record: {
          ...documentKinds.record,
          schema: documentKinds.record.schema + 1,
          migrations: [...documentKinds.record.migrations, (body: unknown) => body],
        },
      },
      {},
    );
    const plain = aRetreat('evening', { id: 'spring' });
    const [couple] = plain.couples;
    if (couple === undefined) throw new Error('no couple');
    await newer.save('retreat', 'spring', plain);
    await newer.save('record', couple.id, emptyRecord(couple.id));
    await newer.close();
    const core = await startOnDisk(userData);
    await until(() => core.session().shelf.length === 1, 'the shelf');
    const names = { A: couple.A.name, B: couple.B.name };
    expect(await core.autosave.findReturning([names])).toMatchObject([{ id: couple.id, newer: true }]);
    expect(refusal(core, create('Autumn', '2026-10-03', [{ ...names, was: couple.id }]))).toBe('record-newer');
  });
});

describe('who returns with somebody else', () => {
  it('begins a new record: nothing of the old one is asked about, carried, or in any view', async () => {
    const core = await startOnDisk(await aFolder());
    const old = await spring(core);
    const couples = [{ A: 'Ada', B: 'Zia' }];
    expect(await core.autosave.findReturning(couples)).toEqual([]);
    expect(refusal(core, create('Autumn', '2026-10-03', [{ A: 'Ada', B: 'Zia', was: old }]))).toBe('not-returning');
    core.do(create('Autumn', '2026-10-03', couples));
    const id = idAt(core);
    expect(id).not.toBe(old);
    await shown(core, id);
    core.do(...consents(core, id), says(core, id, 'A', now));
    await core.saved();
    const seen = JSON.stringify(consoleView(core.session(), aBook));
    expect(seen).toContain(now);
    expect(seen).not.toContain(then);
    expect(seen).not.toContain(old);
    expect(JSON.stringify(await core.autosave.findCouples({ id }))).not.toContain('Spring');
  });
});

describe('a wrong join', () => {
  it('is parted: what was written here goes to the two who are here, and the couple of then is as it was', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    const old = await spring(core);
    await core.quit();
    const before = await kept(userData, old);
    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.length === 1, 'the shelf');
    await joined(again, old);
    await writes(again, old);
    await again.saved();
    again.do(part(old));
    const id = idAt(again);
    expect(id).not.toBe(old);
    expect(again.session().notes[id]).toBeUndefined();
    await until(() => again.session().underway.length === 0, 'it is on the disk');
    await shown(again, id);
    expect(again.session().records[id]?.record.answers.map(({ value }) => value)).toEqual([
      { kind: 'text', text: `${now} A` },
    ]);
    expect(again.session().records[id]?.record.marks).toHaveLength(1);
    const wordings = clausesOf(again, id).map((clause) => clause.wordings.map(({ content }) => content));
    expect(wordings).toEqual([[{ text: `${now} third` }], [{ text: `${now} first` }]]);
    const view = consoleView(again.session(), aBook);
    expect(view.charters[id]?.clauses.map(({ inForce }) => inForce)).toEqual([true, true]);
    expect(JSON.stringify(view)).not.toContain(then);
    // Each goes on alone.
    again.do(says(again, id, 'B', `${now} B`));
    await again.saved();
    await again.quit();
    expect(await kept(userData, old)).toEqual(before);
    expect(await couplesWith(userData, now)).toEqual([id]);
    expect(await couplesWith(userData, then)).toEqual([old]);
  });

  it('leaves nothing of either in any undo, and a withdrawal here is theirs alone', async () => {
    const core = await startOnDisk(await aFolder());
    const old = await spring(core);
    await joined(core, old);
    await writes(core, old);
    core.do({ type: 'record/consent', id: old, retreat: retreatOf(core), side: 'A', scope: 'record', given: false });
    await core.saved();
    core.do(part(old));
    expect(JSON.stringify(core.session().undoLists)).not.toMatch(new RegExp(`${now}|${then}|${old}`, 'u'));
    await until(() => core.session().underway.length === 0, 'it is on the disk');
    await shown(core, old, idAt(core));
    const { records, charters } = consoleView(core.session(), aBook);
    expect([old, idAt(core)].map((id) => records[id]?.sheet.consents.A.record.withdrawnAt !== null)).toEqual([
      false,
      true,
    ]);
    expect(charters[old]?.clauses.map(({ inForce }) => inForce)).toEqual([true, true]);
  });

  it('waits for what is still being written, so that no letter is lost', async () => {
    const core = await startOnDisk(await aFolder());
    const old = await spring(core);
    await joined(core, old);
    core.do({ type: 'draft/keep', of: { document: 'note', id: old }, field: 'note', text: 'half a no' });
    expect(refusal(core, part(old))).toBe('still-moving');
    await core.saved();
    core.do(show());
    expect(refusal(core, part(old))).toBe('record-closed');
  });

  it('is whole on the disk, or not begun, after kill -9 at each change of it', { timeout: 240_000 }, async () => {
    const { core, stagesOf } = await startCopied(await aFolder());
    const old = await spring(core);
    await joined(core, old);
    await writes(core, old);
    await core.saved();
    const retreat = retreatOf(core);
    const stages = await stagesOf(() => core.do(part(old)));
    const parted = idAt(core);
    const ends = new Set<string>();
    for (const stage of stages) {
      const again = await startKilled(stage);
      await until(() => again.session().underway.length === 0 && again.session().shelf.length === 2, stage);
      again.do({ type: 'retreat/open', id: retreat });
      await until(() => again.session().retreat !== null, 'the retreat');
      await again.saved();
      const id = idAt(again);
      expect([old, parted], stage).toContain(id);
      await again.quit();
      expect(await couplesWith(stage, now), stage).toEqual([id]);
      expect(await couplesWith(stage, then), stage).toEqual([old]);
      ends.add(id);
      await rm(stage, { recursive: true });
    }
    expect([...ends].sort()).toEqual([old, parted].sort());
  });

  it('is finished by the next start when it is really killed between the seat and the words', {
    timeout: 60_000,
  }, async () => {
    const userData = await aFolder();
    const made = await startOnDisk(userData);
    const old = await spring(made);
    await joined(made, old);
    await writes(made, old);
    await made.saved();
    const retreat = retreatOf(made);
    await made.quit();
    const core = await startProcess(userData);
    await until(async () => (await core.session()).shelf.length === 2, 'the shelf');
    await core.do({ type: 'retreat/open', id: retreat });
    await until(async () => (await core.session()).retreat !== null, 'the retreat');
    await core.do(show(old));
    await until(
      async () =>
        Object.keys((await core.session()).practices).length === 1 &&
        Object.keys((await core.session()).charters).length === 1,
      'the records',
    );
    await core.dieAt('rename', 'retreat', 1);
    await core.do(part(old)).catch(() => undefined);
    await core.died;
    const again = await startOnDisk(userData);
    await until(() => again.session().underway.length === 0 && again.session().shelf.length === 2, 'it is finished');
    again.do({ type: 'retreat/open', id: retreat });
    await until(() => again.session().retreat !== null, 'the retreat');
    const id = idAt(again);
    expect(id).not.toBe(old);
    await again.quit();
    expect(await couplesWith(userData, now)).toEqual([id]);
  });
});

describe('a couple that was seated as new', () => {
  const join = (id: string, was: string): Command => ({ type: 'roster/join', id, was });

  /** Autumn, where the couple of then sits down as a new one, writes, agrees and is noted about. */
  async function seatedAnew(core: CoreOnDisk, names = { A: 'Ada', B: 'Bo' }): Promise<string> {
    core.do(create('Autumn', '2026-10-03', [names]));
    const id = idAt(core);
    await shown(core, id);
    const retreat = retreatOf(core);
    core.do(...consents(core, id), says(core, id, 'A', `${now} A`));
    core.do({
      type: 'charter/add',
      id,
      retreat,
      saying: principle(`${now} third`),
      carriedBy: 'both',
      review: null,
      captured: null,
    });
    core.do(...agrees(core, id));
    core.do({ type: 'couple/note', id, text: `${now} note` });
    await core.saved();
    await core.autosave.findReturning([names]);
    return id;
  }

  /** All is with the older couple, and nothing anywhere else. */
  async function isJoined(core: CoreOnDisk, old: string): Promise<void> {
    await shown(core, old);
    const answers = core
      .session()
      .records[old]?.record.answers.map(({ value }) => (value.kind === 'text' ? value.text : ''));
    expect(answers?.toSorted()).toEqual([`${now} A`, `${then} A`, `${then} B`]);
    expect(clausesOf(core, old).map(({ wordings }) => wordings[0]?.content)).toHaveLength(3);
    expect(consoleView(core.session(), aBook).charters[old]?.clauses.filter(({ inForce }) => inForce)).toHaveLength(3);
    await until(() => core.session().notes[old] === `${then} note\n\n${now} note`, 'the note');
  }

  it('goes on with its older record by a yes afterwards, and is parted again', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    const old = await spring(core);
    const id = await seatedAnew(core);
    expect(id).not.toBe(old);
    core.do(join(id, old));
    expect(idAt(core)).toBe(old);
    await isJoined(core, old);
    expect(refusal(core, { type: 'edit/undo', couple: old })).toBe('nothing-to-undo');
    await core.saved();
    expect(await couplesWith(userData, now)).toEqual([old]);
    expect(await couplesWith(userData, id)).not.toContain(id);
    core.do(part(old));
    await until(() => core.session().underway.length === 0, 'it is on the disk');
    await shown(core, idAt(core));
    expect(idAt(core)).not.toBe(old);
    expect(core.session().records[idAt(core)]?.record.answers.map(({ value }) => value)).toEqual([
      { kind: 'text', text: `${now} A` },
    ]);
    expect(JSON.stringify(consoleView(core.session(), aBook).records[idAt(core)])).not.toContain(then);
  });

  it('is joined to nobody who has other names, sits here, or is the other way round', async () => {
    const core = await startOnDisk(await aFolder());
    const old = await spring(core);
    const id = await seatedAnew(core, { A: 'Bo', B: 'Ada' });
    expect(refusal(core, join(id, old))).toBe('join-turned');
    expect(refusal(core, join(id, id))).toBe('here-already');
    expect(refusal(core, join(id, 'nobody'))).toBe('not-returning');
    core.do({ type: 'roster/rename', id, side: 'A', name: 'Zia' });
    expect(refusal(core, join(id, old))).toBe('not-returning');
  });

  it('is joined whole or not at all, whenever it is killed', { timeout: 240_000 }, async () => {
    const userData = await aFolder();
    const { core, stagesOf } = await startCopied(userData);
    const old = await spring(core);
    const id = await seatedAnew(core);
    const stages = await stagesOf(() => core.do(join(id, old)));
    for (const stage of stages) {
      const again = await startKilled(stage);
      await until(() => again.session().shelf.length === 2, 'the shelf');
      await until(() => again.session().underway.length === 0, 'it is finished');
      const autumn = again.session().shelf.find(({ title }) => title === 'Autumn')?.id ?? '';
      again.do({ type: 'retreat/open', id: autumn });
      await until(() => again.session().retreat?.id === autumn, 'the retreat');
      const seated = idAt(again);
      expect([id, old]).toContain(seated);
      if (seated === old) {
        await isJoined(again, old);
        await again.quit();
        expect(await couplesWith(stage, now)).toEqual([old]);
      } else {
        await shown(again, id);
        expect(again.session().records[id]?.record.answers).toHaveLength(1);
        expect(again.session().notes[id]).toBe(`${now} note`);
        await again.quit();
        expect(await couplesWith(stage, now)).toEqual([id]);
      }
      await rm(stage, { recursive: true });
    }
  });
});
