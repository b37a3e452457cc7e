import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook } from '../make';
import { aFolder, everything, until } from '../unit/library-kit';
import { type CoreOnDisk, lanternCouples, libraryOf, startOnDisk } from './core-on-disk';
import { dropCoreProcess, startProcess } from './core-process';
import { startCopied, startKilled } from './killed-at';

afterAll(dropCoreProcess);

const marker = 'word-3a77';
const create: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Spring',
  date: '2026-03-07',
  couples: lanternCouples,
};

interface Seats {
  readonly retreat: string;
  readonly wrong: string;
  readonly right: string;
}
type Doing = Pick<CoreOnDisk, 'do' | 'session'>;

const isRead = ({ session }: Doing, ...ids: string[]): boolean => ids.every((id) => session().records[id]);
const show = (...whole: string[]): Command => ({ type: 'records/show', sheets: [], whole });

/** Both couples' records open, and a yes of all four. */
async function seated(core: Doing): Promise<Seats> {
  core.do(create);
  const { retreat } = core.session();
  const [wrong = '', right = ''] = retreat?.couples.map(({ id }) => id) ?? [];
  core.do(show(wrong, right));
  await until(() => isRead(core, wrong, right), 'the records');
  const at = { retreat: retreat?.id ?? '', wrong, right };
  for (const id of [wrong, right]) {
    for (const side of sides) {
      core.do({ type: 'record/consent', id, retreat: at.retreat, side, scope: 'record', given: true });
    }
  }
  return at;
}

/** Opens the retreat again, and both records. */
async function shown(core: Doing, { retreat, wrong, right }: Seats): Promise<void> {
  await until(() => core.session().shelf.length > 0, 'the shelf');
  core.do({ type: 'retreat/open', id: retreat });
  await until(() => core.session().retreat !== null, 'the retreat');
  core.do(show(wrong, right));
  await until(() => isRead(core, wrong, right), 'the records');
}

const needs = (id: string, { retreat }: Seats, owner: 'A' | 'B', text: string): Command => ({
  type: 'record/answer',
  id,
  retreat,
  exercise: 'right-to-pass',
  field: 'room-needs',
  owner,
  value: { kind: 'text', text },
});
const move = ({ wrong, right, retreat }: Seats, owner?: 'A' | 'B'): Command => ({
  type: 'record/move',
  id: wrong,
  to: right,
  retreat,
  exercise: 'right-to-pass',
  ...(owner && { owner }),
});

const textsOf = ({ session }: Doing, id: string): string[] =>
  (session().records[id]?.record.answers ?? []).map(({ value }) => ('text' in value ? value.text : ''));

/** The couples in whose files the marker stands, older copies included, and how often. */
async function couplesWithMarker(userData: string): Promise<string[]> {
  const couples = join(libraryOf(userData), 'couples');
  const files = [...(await everything(libraryOf(userData)))].filter(([, text]) => text.includes(marker));
  return [...new Set(files.map(([file]) => file.slice(couples.length + 1).split('/')[0] ?? file))].sort();
}

/** What is written down as not finished. */
const underwayIn = async (userData: string): Promise<string[]> =>
  [...(await everything(libraryOf(userData))).keys()].filter((file) => file.endsWith('/underway.json'));

const refusal = (core: CoreOnDisk, command: Command) => {
  const answer = core.store.ask(command, { name: 'console', asks: new Set([command.type]) });
  return answer.ok ? 'ok' : answer.refusal;
};

async function opened(userData: string): Promise<CoreOnDisk & { readonly at: Seats }> {
  const core = await startOnDisk(userData);
  return { ...core, at: await seated(core) };
}

/** Two wordings of both partners of the first couple, each on the disk, so that there is an older copy. */
async function typed(core: Doing & Pick<CoreOnDisk, 'saved'>, at: Seats): Promise<void> {
  core.do({ type: 'record/mark', id: at.wrong, retreat: at.retreat, exercise: 'right-to-pass', mark: 'done' });
  for (const tail of ['', ' and more']) {
    for (const side of sides) core.do(needs(at.wrong, at, side, `${marker} ${side}${tail}`));
    await core.saved();
  }
}

describe('a sheet typed into the wrong couple', () => {
  it('is moved with its mark, and is in no file of the first one, older copies included', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    await typed(core, core.at);
    const { wrong, right } = core.at;
    expect(await couplesWithMarker(userData)).toEqual([wrong]);
    core.do(move(core.at));
    expect([textsOf(core, wrong), textsOf(core, right)]).toEqual([
      [],
      [`${marker} A and more`, `${marker} B and more`],
    ]);
    await core.saved();
    expect(await couplesWithMarker(userData)).toEqual([right]);
    expect(await underwayIn(userData)).toEqual([]);
    const view = consoleView(core.session(), aBook).records;
    expect([wrong, right].map((id) => view[id]?.sheet.progress)).toEqual([{}, { 'right-to-pass': 'done' }]);
  });

  it('is there after a start anew, and what is typed right after it as well', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    await typed(core, core.at);
    const { wrong, right } = core.at;
    core.do(move(core.at), needs(wrong, core.at, 'A', 'my own'), needs(right, core.at, 'B', `${marker} mended`));
    await core.quit();
    const again = await startOnDisk(userData);
    await shown(again, core.at);
    expect([textsOf(again, wrong), textsOf(again, right)]).toEqual([
      ['my own'],
      [`${marker} A and more`, `${marker} mended`],
    ]);
    expect(await couplesWithMarker(userData)).toEqual([right]);
  });

  it('may be one owner’s, and is moved back as well', async () => {
    const userData = await aFolder();
    const core = await opened(userData);
    await typed(core, core.at);
    const { wrong, right, retreat } = core.at;
    core.do(move(core.at, 'B'));
    expect([textsOf(core, wrong), textsOf(core, right)]).toEqual([[`${marker} A and more`], [`${marker} B and more`]]);
    await core.saved();
    core.do(move({ wrong: right, right: wrong, retreat }));
    await core.saved();
    expect([textsOf(core, wrong), textsOf(core, right)]).toEqual([
      [`${marker} A and more`, `${marker} B and more`],
      [],
    ]);
    // What is deleted after that is all there is, and no mark of the way there takes more or less.
    core.do({ type: 'record/delete', id: wrong, owner: 'A', what: 'all' });
    await core.saved();
    expect(textsOf(core, wrong)).toEqual([`${marker} B and more`]);
    expect(await couplesWithMarker(userData)).toEqual([wrong]);
  });

  it('leaves nothing of it in either couple’s undo, and the rest of theirs', async () => {
    const core = await opened(await aFolder());
    const { wrong, right, retreat } = core.at;
    const other = { type: 'record/mark', id: wrong, retreat, exercise: 'near-far-dial', mark: 'passed' } as const;
    core.do(other);
    await typed(core, core.at);
    core.do(move(core.at));
    expect(JSON.stringify(core.session().undoLists)).not.toContain(marker);
    core.do({ type: 'edit/undo', couple: wrong });
    expect(core.session().records[wrong]?.record.marks).toEqual([]);
    expect([wrong, right].map((couple) => refusal(core, { type: 'edit/undo', couple }))).toEqual([
      { code: 'nothing-to-undo' },
      { code: 'nothing-to-undo' },
    ]);
  });

  it('is refused with what is safe: no consent there, words there, the same couple, nothing written', async () => {
    const core = await opened(await aFolder());
    const { wrong, right, retreat } = core.at;
    expect(refusal(core, move(core.at))).toEqual({ code: 'nothing-written' });
    core.do(needs(wrong, core.at, 'A', marker), needs(right, core.at, 'A', 'theirs'));
    expect(refusal(core, move({ ...core.at, right: wrong }))).toEqual({ code: 'same-couple' });
    expect(refusal(core, move(core.at))).toEqual({
      code: 'move-over-words',
      values: { seat: 2, asked: core.session().records[right]?.record.answers[0]?.asked },
    });
    core.do({ type: 'record/consent', id: right, retreat, side: 'A', scope: 'record', given: false });
    expect(refusal(core, move(core.at))).toEqual({ code: 'move-consent-missing', values: { seat: 2, side: 'A' } });
    expect([textsOf(core, wrong), textsOf(core, right)]).toEqual([[marker], ['theirs']]);
    core.do(show(wrong));
    expect(refusal(core, move(core.at))).toEqual({ code: 'record-closed' });
  });

  it('is whole in exactly one couple after kill -9 at each change of the disk, and never in the first one’s past once it left', {
    timeout: 120_000,
  }, async () => {
    const { core, stagesOf } = await startCopied(await aFolder());
    const at = await seated(core);
    await typed(core, at);
    const ends = new Set<string>();
    for (const stage of await stagesOf(() => core.do(move(at)))) {
      const again = await startKilled(stage);
      await until(() => again.session().underway.length === 0, stage);
      await shown(again, at);
      await again.saved();
      const all = [at.wrong, at.right].map((id) => textsOf(again, id));
      const words = [`${marker} A and more`, `${marker} B and more`];
      const moved = all[0]?.length === 0;
      expect(all).toEqual(moved ? [[], words] : [words, []]);
      await again.quit();
      expect(await couplesWithMarker(stage), stage).toEqual([moved ? at.right : at.wrong]);
      expect(await underwayIn(stage), stage).toEqual([]);
      ends.add(moved ? 'moved' : 'stayed');
      await rm(stage, { recursive: true });
    }
    expect([...ends].sort()).toEqual(['moved', 'stayed']);
  });

  it('is finished by the next start when it is really killed between the two couples', {
    timeout: 60_000,
  }, async () => {
    const userData = await aFolder();
    const core = await startProcess(userData);
    await core.do(create);
    const { retreat } = await core.session();
    const [wrong = '', right = ''] = retreat?.couples.map(({ id }) => id) ?? [];
    const at = { retreat: retreat?.id ?? '', wrong, right };
    await core.do(show(wrong, right));
    await until(async () => Object.keys((await core.session()).records).length === 2, 'the records');
    for (const id of [wrong, right]) {
      for (const side of sides) {
        await core.do({ type: 'record/consent', id, retreat: at.retreat, side, scope: 'record', given: true });
      }
    }
    await core.do(needs(wrong, at, 'A', marker));
    await core.saved();
    expect(await couplesWithMarker(userData)).toEqual([wrong]);
    await core.dieAt('rename', 'record', 1);
    await core.do(move(at)).catch(() => undefined);
    await core.died;
    expect(await couplesWithMarker(userData)).toEqual([wrong, right].sort());
    const again = await startProcess(userData, { from: 3_600_000 });
    await until(async () => (await again.session()).underway.length === 0, 'it is finished', 15_000);
    await again.close(true);
    expect(await couplesWithMarker(userData)).toEqual([right]);
  });
});
