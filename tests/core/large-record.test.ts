import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument, encodeDocument } from '../../electron/library/codec/document';
import { pathsOf } from '../../electron/library/store/layout';
import { surfaces } from '../../electron/surfaces/surfaces';
import { timelineOf } from '../../renderer/console/couples/timeline';
import { content } from '../../shared/content/en/content';
import type { Answer } from '../../shared/couple/answer';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import type { Command } from '../../shared/session/commands/commands';
import { documentKinds } from '../../shared/session/documents/documents';
import type { Session } from '../../shared/session/state/session';
import { recordsView } from '../../shared/session/view/record-view';
import { aBook } from '../make';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, lanternCouples, libraryOf, startOnDisk } from './core-on-disk';

const entries = 100_000;
const patienceMs = 60_000;

const create: Command = {
  type: 'retreat/create',
  program: 'weekend',
  title: 'Spring',
  date: '2026-03-07',
  couples: lanternCouples,
};

const placeOf = ({ retreat }: Session) => {
  const [couple] = retreat?.couples ?? [];
  if (retreat === null || couple === undefined) throw new Error('no couple');
  return { id: couple.id, retreat: retreat.id };
};

const recordIn = (session: Session): CoupleRecord => {
  const open = session.records[placeOf(session).id];
  if (open === undefined) throw new Error('the record is not open');
  return open.record;
};

const saying = (of: { readonly id: string; readonly retreat: string }, owner: 'A' | 'B', text: string): Command => ({
  type: 'record/answer',
  ...of,
  exercise: 'right-to-pass',
  field: 'room-needs',
  owner,
  value: { kind: 'text', text },
});

async function shown(core: CoreOnDisk): Promise<void> {
  const { id } = placeOf(core.session());
  core.do({ type: 'records/show', sheets: [], whole: [id] });
  await until(() => core.session().records[id] !== undefined, 'the record', patienceMs);
}

async function onDisk(userData: string, id: string): Promise<CoupleRecord> {
  const { file } = pathsOf(libraryOf(userData), documentKinds.record, id);
  const decoded = decodeDocument(documentKinds.record, await readFile(file));
  if (!decoded.ok) throw new Error(decoded.code);
  return documentKinds.record.shape.parse(decoded.held.body);
}

/** A record of so many answers, all of one retreat and of exercises that there are: nothing of it is left out of any list. */
function longRecord(of: { readonly id: string; readonly retreat: string }): CoupleRecord {
  const stamp = { retreat: of.retreat, at: 1, device: 'laptop' };
  const ids = content.exercises.map(({ id }) => id);
  return {
    ...emptyRecord(of.id),
    consents: (['A', 'B'] as const).map((side) => ({
      ...stamp,
      id: `yes-${side.toLowerCase()}`,
      side,
      scope: 'record',
      given: true,
    })),
    answers: Array.from(
      { length: entries },
      (_, n): Answer => ({
        ...stamp,
        id: `answer-${n}`,
        exercise: ids[n % ids.length] ?? '',
        field: `field-${n}`,
        owner: n % 2 === 0 ? 'A' : 'B',
        value: { kind: 'text', text: `Said ${n}` },
        asked: 'What was said',
        reader: 'facilitator',
        asks: [],
      }),
    ),
  };
}

describe('a record of a hundred thousand entries', () => {
  it('is opened, shown, searched, typed into and saved, and nothing of it is lost', async () => {
    const userData = await aFolder();
    const first = await startOnDisk(userData);
    first.do(create);
    const of = placeOf(first.session());
    await first.saved();
    await first.quit();
    const { file } = pathsOf(libraryOf(userData), documentKinds.record, of.id);
    await mkdir(dirname(file), { recursive: true });
    const made = { id: of.id, generation: 1, device: 'laptop', from: null, savedAt: new Date(1).toISOString() };
    await writeFile(file, encodeDocument(documentKinds.record, { ...made, body: longRecord(of) }));

    const core = await startOnDisk(userData);
    const page = core.console();
    core.publisher.show('console');
    await until(() => core.session().shelf.length === 1, 'the shelf');
    core.do({ type: 'retreat/open', id: of.retreat });
    await until(() => core.session().retreat !== null, 'the retreat');
    await shown(core);
    const view = recordsView(core.session(), aBook)[of.id];
    expect(view?.answers).toHaveLength(entries);
    const told = page.told.some(({ what }) => JSON.stringify(what).includes(`Said ${entries - 1}`));
    expect(told, 'the console is sent it').toBe(true);
    const parts = timelineOf(view?.answers ?? [], '', () => '');
    expect(parts.flatMap((part) => part.entries.flatMap((entry) => entry.answers))).toHaveLength(entries);
    expect(timelineOf(view?.answers ?? [], `said ${entries - 1}`, () => '')).toHaveLength(1);

    core.do(saying(of, 'A', 'By the window'));
    await until(() => core.session().unsavedRecords.length === 0, 'the save', patienceMs);
    const saved = await onDisk(userData, of.id);
    // To print how two such records differ takes longer than all of this.
    expect(isDeepStrictEqual(saved, recordIn(core.session()))).toBe(true);
    expect(saved.answers).toHaveLength(entries + 1);
    expect(saved.answers.at(-1)?.value).toEqual({ kind: 'text', text: 'By the window' });
  }, 180_000);
});

describe('what two windows ask of one record in the same tick', () => {
  // Nothing but spaces says nothing, and takes away what was said: that needs no yes.
  const words = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '');
  const edit = (of: { readonly id: string; readonly retreat: string }): fc.Arbitrary<Command> => {
    const side = fc.constantFrom('A' as const, 'B' as const);
    return fc.oneof(
      { weight: 4, arbitrary: fc.tuple(side, words).map(([owner, text]) => saying(of, owner, text)) },
      fc.tuple(side, fc.boolean()).map(
        ([owner, given]): Command => ({
          type: 'record/consent',
          ...of,
          side: owner,
          scope: 'record',
          given,
        }),
      ),
      fc.constantFrom('done' as const, 'passed' as const, null).map(
        (mark): Command => ({
          type: 'record/mark',
          ...of,
          exercise: 'right-to-pass',
          mark,
        }),
      ),
      fc.constantFrom('edit/undo' as const, 'edit/redo' as const).map((type): Command => ({ type, couple: of.id })),
    );
  };

  it('is done one after another or refused, writes nothing without a yes, and stands on the disk as in memory', async () => {
    const userData = await aFolder();
    const core = await startOnDisk(userData);
    core.do(create);
    const of = placeOf(core.session());
    await shown(core);
    const asks = (command: Command): boolean => core.store.ask(command, surfaces.console).ok;
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit(of), { maxLength: 30 }),
        fc.array(edit(of), { maxLength: 30 }),
        async (one, other) => {
          for (let n = 0; n < Math.max(one.length, other.length); n += 1) {
            for (const command of [one[n], other[n]]) {
              if (command === undefined) continue;
              const before = recordIn(core.session());
              const done = asks(command);
              const after = recordIn(core.session());
              if (!done) expect(after).toBe(before);
              if (command.type !== 'record/answer') continue;
              const { owner } = command;
              const yes = before.consents.findLast((act) => act.side === owner)?.given === true;
              expect(done).toBe(yes);
            }
          }
          await core.saved();
          if (recordIn(core.session()).consents.length > 0) {
            expect(await onDisk(userData, of.id)).toEqual(recordIn(core.session()));
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});
