import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeSteps } from '../../electron/library/store/durable-write';
import { versions } from '../../shared/couple/summary/version';
import type { Command } from '../../shared/session/commands/commands';
import { filesOf } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { wantedIn } from '../wanted';
import { libraryOf } from './core-on-disk';
import { type CoreProcess, dropCoreProcess, startProcess } from './core-process';

afterAll(dropCoreProcess);

const couples = [
  { A: 'Ada', B: 'Bo' },
  { A: 'Cleo', B: 'Dee' },
];

async function shown(core: CoreProcess): Promise<readonly string[]> {
  const ids = (await core.session()).retreat?.couples.map(({ id }) => id) ?? [];
  await core.do({ type: 'records/show', sheets: [], whole: [...ids] });
  await until(async () => {
    const { records, charters, practices } = await core.session();
    return ids.every((id) => [records, charters, practices].every((all) => all[id] !== undefined));
  }, 'what is theirs');
  return ids;
}

const filesIn = (place: string): string[] =>
  existsSync(place)
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => /seat-.*\.\w+$/.test(basename(name)))
    : [];

/**
 * It dies at each step of writing down what is about to be made, of making a file and of saving the note of it: of the first one and of
 * one in the middle.
 */
const ends = writeSteps.flatMap((step) => [
  { step, kind: 'underway', times: 1 },
  { step, kind: 'file', times: 4 },
  ...[2, 4].map((times) => ({ step, kind: 'record', times })),
]);

it.each(ends)(
  'a process killed at $step of $kind $times leaves no half file, and each file that is there is noted, and no other',
  async ({ step, kind, times }) => {
    const userData = await aFolder();
    const place = join(await aFolder(), 'files');
    const env = { HOLDFAST_TEST_FILES: place };
    const core = await startProcess(userData, { env });
    await core.do({ type: 'retreat/create', program: 'evening', title: 'Spring', date: '2026-03-07', couples });
    const ids = await shown(core);
    const retreat = (await core.session()).retreat?.id ?? '';
    for (const id of ids) {
      const yes = (['A', 'B'] as const).flatMap((side) =>
        (['record', 'export'] as const).map(
          (scope): Command => ({ type: 'record/consent', id, retreat, side, scope, given: true }),
        ),
      );
      const plan = { exercise: 'take-home-plan', field: 'plan', owner: 'joint' } as const;
      await core.do(...yes, {
        type: 'record/answer',
        id,
        retreat,
        ...plan,
        value: { kind: 'long-text', text: 'Sundays' },
      });
    }
    await core.do({ type: 'take-home/show', on: true });
    await core.saved();
    await core.dieAt(step, kind, times);
    const copies = ids.flatMap((id) => versions.map((version) => ({ id, version })));
    await core
      .do({ type: 'take-home/make', copies: wantedIn(['pdf'], copies), paper: 'A4', encrypted: false })
      .catch(() => undefined);
    await core.died;

    const again = await startProcess(userData, { env });
    const isListed = async () => (await again.session()).shelf.some(({ id }) => id === retreat);
    await until(isListed, 'the shelf');
    await again.do({ type: 'retreat/open', id: retreat });
    await until(async () => (await again.session()).retreat?.id === retreat, 'the retreat');
    await shown(again);
    await until(() => filesIn(place).every((name) => !name.endsWith('.tmp')), 'nothing half made');
    const files = filesIn(place);
    for (const file of files) expect(JSON.parse(readFileSync(join(place, file), 'utf8'))).toHaveProperty('sections');
    const { records } = await again.session();
    const noted = ids.flatMap((id, at) =>
      (records[id]?.record.handed ?? []).map(
        ({ version }) => `seat-0${at + 1}-${version === 'joint' ? 'both' : version}.pdf`,
      ),
    );
    const least = { underway: 0, file: times - 1, record: times - 1 }[kind] ?? 0;
    expect(noted.length).toBeGreaterThanOrEqual(least);
    expect(noted.sort()).toEqual(files.map((file) => basename(file)).sort());
    await until(() => filesOf(libraryOf(userData), 'underway').length === 0, 'nothing underway any more');
  },
);
