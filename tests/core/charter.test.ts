import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeDocument } from '../../electron/library/codec/document';
import { writeSteps } from '../../electron/library/store/durable-write';
import { sixTests } from '../../shared/couple/charter/clause';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook } from '../make';
import { aFolder, everything, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { type CoreProcess, dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

const marker = 'word-5c92';

const create: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Spring',
  date: '2026-03-07',
  couples: [{ A: 'Ada', B: 'Bo' }],
};

/** The core with a couple, both of whom said yes to a record, and its charter open. */
async function opened(userData: string) {
  const core = await startOnDisk(userData);
  core.do(create);
  const retreat = core.session().retreat?.id ?? '';
  const id = core.session().retreat?.couples[0]?.id ?? '';
  await shown(core, id);
  for (const side of sides) core.do({ type: 'record/consent', id, retreat, side, scope: 'record', given: true });
  return { ...core, at: { id, retreat } };
}

async function shown(core: CoreOnDisk, id: string): Promise<void> {
  core.do({ type: 'records/show', sheets: [], whole: [id] });
  await until(
    () => core.session().charters[id] !== undefined && core.session().records[id] !== undefined,
    'the charter',
  );
}

type Opened = Awaited<ReturnType<typeof opened>>;

const clauses = ({ session, at }: Opened) => session().charters[at.id]?.charter.clauses ?? [];
const view = ({ session, at }: Opened) => consoleView(session(), aBook).charters[at.id];

const add = (core: Opened, text: string): string => {
  core.do({
    type: 'charter/add',
    ...core.at,
    saying: { kind: 'agreement', content: { text } },
    carriedBy: 'both',
    review: null,
    captured: null,
  });
  return clauses(core).at(-1)?.id ?? '';
};

function agree(core: Opened, clause: string): void {
  const wording =
    clauses(core)
      .find(({ id }) => id === clause)
      ?.wordings.at(-1)?.id ?? '';
  for (const side of sides) {
    const said = { ...core.at, clause, side, wording };
    for (const test of sixTests) core.do({ type: 'charter/tick', ...said, test, ticked: true });
    core.do({ type: 'charter/consent', ...said, given: true, paper: '2026-03-07' });
  }
}

const refusal = (core: Opened, command: Command): string => {
  const answer = core.store.ask(command, { name: 'console', asks: new Set([command.type]) });
  return answer.ok ? 'ok' : answer.refusal.code;
};

/** The files of the library, older copies included, that hold the marker. */
const withMarker = async (userData: string): Promise<string[]> =>
  [...(await everything(libraryOf(userData)))].filter(([, text]) => text.includes(marker)).map(([file]) => file);

describe('a couple’s charter', () => {
  it('is read with the record when the couple is shown, let go with it, and is as it was left', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    const clause = add(core, marker);
    agree(core, clause);
    expect(view(core)?.clauses.map(({ inForce, lacks }) => [inForce, lacks])).toEqual([[true, []]]);
    await core.saved();
    const left = clauses(core);
    core.do({ type: 'records/show', sheets: [core.at.id], whole: [] });
    expect(core.session().charters).toEqual({});
    await shown(core, core.at.id);
    expect(clauses(core)).toEqual(left);
  });

  it('is there as it was left after a start anew', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    agree(core, add(core, marker));
    const left = clauses(core);
    await core.quit();
    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.length > 0, 'the shelf');
    again.do({ type: 'retreat/open', id: core.at.retreat });
    await until(() => again.session().retreat !== null, 'the retreat');
    await shown(again, core.at.id);
    expect(again.session().charters[core.at.id]?.charter.clauses).toEqual(left);
  });

  it('takes back and makes again each edit, by the couple’s own list, and brings back no consent', async () => {
    const core = await opened(await aFolder());
    const clause = add(core, 'rest on Sundays');
    agree(core, clause);
    const edit = { type: 'charter/edit', ...core.at, clause, carriedBy: 'both' } as const;
    core.do({ ...edit, saying: { kind: 'agreement', content: { text: 'rest on Mondays' } } });
    const says = () => view(core)?.clauses.map(({ now, inForce }) => [now.saying.content, inForce]);
    expect(says()).toEqual([[{ text: 'rest on Mondays' }, false]]);
    core.do({ type: 'edit/undo', couple: core.at.id });
    expect(says()).toEqual([[{ text: 'rest on Sundays' }, false]]);
    core.do({ type: 'edit/redo', couple: core.at.id });
    expect(says()).toEqual([[{ text: 'rest on Mondays' }, false]]);
    core.do({ type: 'charter/remove', ...core.at, clause });
    expect(says()).toEqual([]);
    core.do({ type: 'edit/undo', couple: core.at.id });
    expect(says()).toEqual([[{ text: 'rest on Mondays' }, false]]);
  });

  it('is neither written nor shown once a partner has withdrawn, and is back when they consent again (S8)', async () => {
    const core = await opened(await aFolder());
    const clause = add(core, marker);
    const act = (given: boolean): void =>
      core.do({ type: 'record/consent', ...core.at, side: 'B', scope: 'record', given });
    act(false);
    expect(view(core)).toEqual({ withheld: true, clauses: [], writings: [], closed: null, offers: [] });
    expect(JSON.stringify(consoleView(core.session(), aBook))).not.toContain(marker);
    expect(refusal(core, { type: 'charter/review', ...core.at, clause, on: '2026-04-01' })).toBe(
      'joint-consent-missing',
    );
    act(true);
    expect(JSON.stringify(view(core))).toContain(marker);
  });

  it('notes a consent from the console only with the day of its sheet, and to the words of now', async () => {
    const core = await opened(await aFolder());
    const clause = add(core, 'rest');
    const consent = { type: 'charter/consent', ...core.at, clause, side: 'A', wording: clause, given: true } as const;
    expect(refusal(core, { ...consent, paper: null })).toBe('consent-needs-paper');
    expect(refusal(core, { ...consent, wording: 'older', paper: '2026-03-07' })).toBe('wording-changed');
    expect(refusal(core, { ...consent, paper: '2026-03-07' })).toBe('ok');
  });

  it('takes what was captured with one action, once', async () => {
    const core = await opened(await aFolder());
    const { at } = core;
    const answer = { type: 'record/answer', ...at, exercise: 'near-far-dial', field: 'rule', owner: 'joint' } as const;
    const draft = { type: 'charter/draft', ...at, captured: 'near-far-dial' } as const;
    expect(refusal(core, draft)).toBe('nothing-captured');
    core.do({ ...answer, value: { kind: 'text', text: `${marker} we say when we are back` } });
    expect(view(core)?.offers).toEqual([
      { id: 'near-far-dial', exercise: 'near-far-dial', kind: 'near-far-rule', ready: true, askFirst: [] },
    ]);
    core.do(draft);
    expect(view(core)?.clauses.map(({ now }) => now.saying)).toEqual([
      { kind: 'near-far-rule', content: { rule: `${marker} we say when we are back` } },
    ]);
    expect([view(core)?.offers, refusal(core, draft)]).toEqual([[], 'nothing-captured']);
    core.do({ type: 'edit/undo', couple: at.id });
    expect(view(core)?.offers).toHaveLength(1);
  });

  it('keeps no deleted clause in any file, older copies included, and undo brings none back (S8)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    for (const tail of ['', ' more']) {
      add(core, `${marker}${tail}`);
      await core.saved();
    }
    expect((await withMarker(userData)).length).toBeGreaterThan(1);
    core.do({ type: 'charter/delete', id: core.at.id });
    await until(() => core.session().notice?.code === 'words-deleted', 'it is said');
    await core.saved();
    expect(await withMarker(userData)).toEqual([]);
    expect(refusal(core, { type: 'edit/undo', couple: core.at.id })).toBe('nothing-to-undo');
  });

  it('goes with the couple, from every file (S12)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    add(core, marker);
    await core.saved();
    core.do({ type: 'roster/remove', id: core.at.id });
    await until(() => core.session().notice?.code === 'couple-removed', 'it is said');
    expect(await withMarker(userData)).toEqual([]);
    expect(core.session().charters).toEqual({});
    expect(JSON.stringify(core.session())).not.toContain(marker);
  });
});

/** What stands in the file of a couple's charter as being written. */
async function inWriting(userData: string, id: string): Promise<readonly unknown[]> {
  const bytes = await readFile(join(libraryOf(userData), 'couples', id, 'charter.json'));
  const decoded = decodeDocument(documentKinds.charter, bytes);
  if (!decoded.ok) throw new Error(decoded.code);
  return documentKinds.charter.shape.parse(decoded.held.body).writings.map(({ texts }) => texts);
}

/** The clauses in the file of a couple's charter. */
async function onDisk(userData: string, id: string) {
  const bytes = await readFile(join(libraryOf(userData), 'couples', id, 'charter.json'));
  const decoded = decodeDocument(documentKinds.charter, bytes);
  if (!decoded.ok) throw new Error(decoded.code);
  return documentKinds.charter.shape.parse(decoded.held.body).clauses;
}

describe('a yes to an agreement, said with the laptop in one’s own hands', () => {
  it.each(writeSteps)('is there with its moment, or is not, when it is killed after the step %s', async (step) => {
    const userData = await aFolder();
    const first = await startProcess(userData);
    await first.do(create);
    const { retreat } = await first.session();
    const at = { retreat: retreat?.id ?? '', id: retreat?.couples[0]?.id ?? '' };
    await first.do({ type: 'records/show', sheets: [], whole: [at.id] });
    await until(async () => (await first.session()).charters[at.id] !== undefined, 'the charter');
    for (const side of sides) await first.do({ type: 'record/consent', ...at, side, scope: 'record', given: true });
    await first.do({
      type: 'charter/add',
      ...at,
      saying: { kind: 'agreement', content: { text: 'rest' } },
      carriedBy: 'both',
      review: null,
      captured: null,
    });
    const clause = (await first.session()).charters[at.id]?.charter.clauses[0]?.id ?? '';
    for (const side of sides)
      for (const test of sixTests)
        await first.do({ type: 'charter/tick', ...at, clause, side, wording: clause, test, ticked: true });
    const onPaper = { ...at, clause, wording: clause, given: true, paper: '2026-03-07' } as const;
    await first.do({ type: 'charter/consent', ...onPaper, side: 'B' });
    await first.choosePin('2580');
    await first.do({ type: 'handover/begin', ...at, side: 'A', exercise: null });
    await until(async () => (await first.session()).handover?.kind === 'open', 'the hands');
    await until(async () => (await first.session()).charters[at.id] !== undefined, 'the charter');
    await first.saved();
    await first.pass(60_000);
    const { now } = await first.look();
    await first.dieAt(step, 'charter');
    const yes: Command = { type: 'handover/agree', clause, wording: clause, given: true };
    await Promise.all([first.died, first.do(yes).catch(() => undefined)]);

    const [found] = await onDisk(userData, at.id);
    const said = found?.consents.map(({ side, given, paper, wording, at: when }) => ({
      side,
      given,
      paper,
      wording,
      when,
    }));
    const paper = { side: 'B', given: true, paper: '2026-03-07', wording: clause, when: expect.any(Number) };
    const theirs = { side: 'A', given: true, paper: null, wording: clause, when: now.wall };
    const isThere = writeSteps.indexOf(step) >= writeSteps.indexOf('rename');
    expect(said).toEqual(isThere ? [paper, theirs] : [paper]);

    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.length > 0, 'the shelf');
    again.do({ type: 'retreat/open', id: at.retreat });
    await until(() => again.session().retreat !== null, 'the retreat');
    await shown(again, at.id);
    const [clauseView] = view({ ...again, at })?.clauses ?? [];
    expect([clauseView?.inForce, clauseView?.consents.A?.at ?? null]).toEqual(
      isThere ? [true, now.wall] : [false, null],
    );
    expect(clauseView?.ticks.A).toHaveLength(sixTests.length);
  });
});

describe('a clause that is being written', () => {
  const half = (at: Opened['at'], text: string): Command => ({
    type: 'charter/write',
    ...at,
    clause: null,
    written: { kind: 'agreement', texts: { text }, carriedBy: 'both' },
  });

  it('is there after kill -9 in the middle of a word, spaces and all', async () => {
    const userData = await aFolder();
    const first = await startProcess(userData);
    await first.do(create);
    const { retreat } = await first.session();
    const at = { retreat: retreat?.id ?? '', id: retreat?.couples[0]?.id ?? '' };
    const show: Command = { type: 'records/show', sheets: [], whole: [at.id] };
    const isShown = async (core: CoreProcess): Promise<void> => {
      await core.do(show);
      await until(async () => (await core.session()).charters[at.id] !== undefined, 'the charter');
    };
    await isShown(first);
    for (const side of sides) await first.do({ type: 'record/consent', ...at, side, scope: 'record', given: true });
    const text = 'we tell each other first ';
    for (let n = 1; n <= text.length; n += 1) await first.do(half(at, text.slice(0, n)));
    await first.saved();
    await first.dieAt('rename', 'charter');
    await Promise.all([first.died, first.do(half(at, `${text}wh`)).catch(() => undefined)]);
    expect(await inWriting(userData, at.id)).toEqual([
      { text: expect.stringMatching(/^we tell each other first (wh)?$/) },
    ]);

    const again = await startOnDisk(userData);
    await until(() => again.session().shelf.length > 0, 'the shelf');
    again.do({ type: 'retreat/open', id: at.retreat });
    await until(() => again.session().retreat !== null, 'the retreat');
    await shown(again, at.id);
    const core = { ...again, at };
    expect(view(core)?.writings).toMatchObject([{ clause: null, written: { kind: 'agreement' }, restricts: [] }]);
    again.do({ type: 'charter/save', ...at, reworded: null });
    expect([view(core)?.clauses.length, view(core)?.writings]).toEqual([1, []]);
  });

  it('warns while it is written of what may keep somebody from help (S21)', async () => {
    const core = await opened(await aFolder());
    core.do(half(core.at, 'never call a doctor'));
    expect(view(core)?.writings.map(({ restricts }) => restricts)).toEqual([['never call a doctor']]);
  });

  it('is deleted with what they agreed, from every older copy, saved or given up (S8)', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    core.do(half(core.at, `${marker} one`));
    await core.saved();
    core.do({ type: 'charter/save', ...core.at, reworded: null }, half(core.at, `${marker} two`));
    await core.saved();
    core.do({ type: 'charter/discard', ...core.at, clause: null }, half(core.at, `${marker} three`));
    await core.saved();
    core.do({ type: 'charter/delete', id: core.at.id });
    await until(() => core.session().notice?.code === 'words-deleted', 'it is said');
    await core.saved();
    expect(await withMarker(userData)).toEqual([]);
    expect(refusal(core, { type: 'edit/undo', couple: core.at.id })).toBe('nothing-to-undo');
  });

  it('notes no consent of a day that is still to come, nor of one before words that were reworded', async () => {
    const core = await opened(await aFolder());
    const clause = add(core, 'rest');
    const consent = { type: 'charter/consent', ...core.at, clause, side: 'A', wording: clause, given: true } as const;
    expect(refusal(core, { ...consent, paper: '2026-03-08' })).toBe('day-to-come');
    expect(refusal(core, { ...consent, paper: '2026-03-06' })).toBe('ok');
    const saying = { kind: 'agreement', content: { text: 'rest well' } } as const;
    core.do({ type: 'charter/edit', ...core.at, clause, saying, carriedBy: 'both' });
    const now = core.session().charters[core.at.id]?.charter.clauses[0]?.wordings.at(-1)?.id ?? '';
    expect(refusal(core, { ...consent, wording: now, paper: '2026-03-06' })).toBe('day-before-wording');
    expect(refusal(core, { ...consent, wording: now, paper: '2026-03-07' })).toBe('ok');
  });
});
