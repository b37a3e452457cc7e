import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageCodes } from '../../electron/export/page-codes';
import { decodeDocument } from '../../electron/library/codec/document';
import { writeSteps } from '../../electron/library/store/durable-write';
import { writeAnswers } from '../../shared/couple/page/answer-file';
import type { PageAnswer } from '../../shared/couple/page/page-asks';
import type { Practice } from '../../shared/couple/practice/practice';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { Session } from '../../shared/session/state/session';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';
import { type CoreProcess, dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

interface Handed {
  readonly userData: string;
  readonly core: CoreOnDisk;
  readonly id: string;
  readonly retreat: string;
  readonly code: string;
}

const isRead = ({ practices, records }: Session, id: string): boolean =>
  practices[id] !== undefined && records[id] !== undefined;

const show = (id: string): Command => ({ type: 'records/show', sheets: [], whole: [id] });

/** A couple who said yes to all of it, with a page in A's hands. */
async function handed(): Promise<Handed> {
  const userData = await aFolder();
  const core = await startOnDisk(userData);
  const couples = [{ A: 'Ada', B: 'Bo' }];
  core.do({ type: 'retreat/create', program: 'evening', title: 'Spring', date: '2026-03-06', couples });
  const { retreat } = core.session();
  const of = { id: retreat?.couples[0]?.id ?? '', retreat: retreat?.id ?? '' };
  core.do(show(of.id));
  await until(() => isRead(core.session(), of.id), 'what is theirs');
  for (const scope of ['record', 'measures', 'export'] as const)
    core.do({ type: 'record/consent', ...of, side: 'A', scope, given: true });
  const code = await pageCodes(core.store)(of.id, 'A');
  return { userData, core, ...of, code };
}

const answers: readonly PageAnswer[] = [3, 4, 5].map((noticed, day) => ({
  ask: 'bids',
  on: `2026-03-0${day + 4}`,
  content: { noticed, answered: 1 },
}));
const takeIn = ({ id, code }: Handed): Command => ({ type: 'answers/take-in', id, code, answers: [...answers] });

function practiceOnDisk(userData: string, id: string): Practice {
  const decoded = decodeDocument(
    documentKinds.practice,
    readFileSync(join(libraryOf(userData), 'couples', id, 'practice.json')),
  );
  if (!decoded.ok) throw new Error(decoded.code);
  return documentKinds.practice.shape.parse(decoded.held.body);
}
const noticedOnDisk = (userData: string, id: string): readonly number[] =>
  practiceOnDisk(userData, id).entries.flatMap((entry) => (entry.kind === 'bids' ? [entry.content.noticed] : []));

/** The same couple, in a process that may be killed. */
async function again({ userData, id, retreat }: Handed): Promise<CoreProcess> {
  const core = await startProcess(userData);
  await until(async () => (await core.session()).shelf.some((line) => line.id === retreat), 'the shelf');
  await core.do({ type: 'retreat/open', id: retreat });
  await until(async () => (await core.session()).retreat?.id === retreat, 'the retreat');
  await core.do(show(id));
  await until(async () => isRead(await core.session(), id), 'what is theirs');
  return core;
}

describe('the code of a page', () => {
  it('is on the disk before the page is handed out, and the same each time it is made', async () => {
    const { userData, core, id, code } = await handed();
    expect(practiceOnDisk(userData, id).pages.map((page) => [page.id, page.side])).toEqual([[code, 'A']]);
    const codeOf = pageCodes(core.store);
    expect(await codeOf(id, 'A')).toBe(code);
    const [one, other] = await Promise.all([codeOf(id, 'B'), codeOf(id, 'B')]);
    expect(one).toBe(other);
    expect(one).not.toBe(code);
    expect(code).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('answers that came back', () => {
  it('are kept, and known when they come again after a restart', async () => {
    const page = await handed();
    page.core.do(takeIn(page));
    await page.core.saved();
    await page.core.quit();
    const core = await again(page);
    await expect(core.do(takeIn(page))).rejects.toThrow('already-taken-in');
    await core.do({ type: 'take-home/show', on: true });
    const text = writeAnswers({ code: page.code, answers });
    await core.do({ type: 'answers/look', name: 'answers.json', text });
    expect((await core.session()).answersBack).toHaveLength(1);
    expect(noticedOnDisk(page.userData, page.id)).toEqual([3, 4, 5]);
  });

  it.each(writeSteps)(
    'are there whole or not at all when kill -9 comes after %s, and once when they come again',
    async (step) => {
      const page = await handed();
      await page.core.saved();
      await page.core.quit();
      const dying = await again(page);
      await dying.dieAt(step, 'practice');
      await dying.do(takeIn(page)).catch(() => undefined);
      await dying.died;
      expect([0, 3]).toContain(noticedOnDisk(page.userData, page.id).length);
      const core = await again(page);
      await core.do(takeIn(page)).catch((error: unknown) => expect(String(error)).toContain('already-taken-in'));
      await core.saved();
      expect(noticedOnDisk(page.userData, page.id)).toEqual([3, 4, 5]);
      await core.close(true);
    },
  );
});
