import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leavingTypes } from '../../electron/persistence/resting-drafts';
import { type Command, commandTypes } from '../../shared/session/commands/commands';
import { reduce } from '../../shared/session/commands/reduce';
import { refusal } from '../../shared/session/commands/rules';
import { notesToSave, type Session } from '../../shared/session/state/session';
import { aContext, restored } from '../make';
import { commandsOf, scenes } from '../privacy/walk';
import { filesOf } from '../saved-documents';
import { aFolder, until } from '../unit/library-kit';
import { type CoreOnDisk, libraryOf, startOnDisk } from './core-on-disk';

const evening: Command = {
  type: 'retreat/create',
  program: 'evening',
  title: 'Lantern evening',
  date: '2026-03-07',
  couples: [
    { A: 'Ada', B: 'Bo' },
    { A: 'Cleo', B: 'Dee' },
  ],
};
const typing = (id: string, text: string): Command => ({
  type: 'draft/keep',
  of: { document: 'note', id },
  field: 'note',
  text,
});

async function begun(userData: string): Promise<{ readonly core: CoreOnDisk; readonly ids: readonly string[] }> {
  const core = await startOnDisk(userData);
  core.do(evening);
  await core.saved();
  return { core, ids: core.session().retreat?.couples.map(({ id }) => id) ?? [] };
}

const notesOn = (userData: string): string =>
  filesOf(libraryOf(userData), 'note')
    .map((file) => readFileSync(file, 'utf8'))
    .join();

describe('a note that is typed', () => {
  it('is saved by itself though no key rests, and is one edit a pause', async () => {
    const userData = await aFolder();
    const { core, ids } = await begun(userData);
    const [one = ''] = ids;
    const began = performance.now();
    let text = '';
    while (notesOn(userData) === '') {
      text += 'q';
      core.do(typing(one, text));
      await new Promise(setImmediate);
      if (performance.now() - began > 15_000) throw new Error('never saved');
    }
    await core.saved();
    expect(notesOn(userData)).toContain(`"${text}"`);
    core.do(typing(one, 'Quiet'), typing(one, 'Quiet today'));
    await core.saved();
    core.do({ type: 'edit/undo', couple: one });
    await core.saved();
    expect(notesOn(userData)).toContain(`"${text}"`);
    core.do({ type: 'edit/redo', couple: one });
    await core.saved();
    expect(notesOn(userData)).toContain('"Quiet today"');
  });

  it.each<readonly [string, Command]>([
    ['closed', { type: 'retreat/close' }],
    ['followed by another', { ...evening, title: 'Harbour' }],
  ])('is saved when its retreat is %s in the same moment', async (_, command) => {
    const userData = await aFolder();
    const { core, ids } = await begun(userData);
    core.do(typing(ids[0] ?? '', 'Quiet today'), command);
    await core.quit();
    expect(notesOn(userData)).toContain('"Quiet today"');
  });

  it('is saved when Holdfast quits in the same moment', async () => {
    const userData = await aFolder();
    const { core, ids } = await begun(userData);
    core.do(typing(ids[0] ?? '', 'Quiet today'));
    await core.quit();
    expect(notesOn(userData)).toContain('"Quiet today"');
  });

  it('is saved when its retreat is deleted in the same moment and its couples are kept', async () => {
    const userData = await aFolder();
    const { core, ids } = await begun(userData);
    const id = core.session().retreat?.id ?? '';
    await until(() => core.session().shelf.length === 1, 'the shelf');
    core.do(typing(ids[0] ?? '', 'Quiet today'), { type: 'retreat/delete', id, keepCouples: true });
    await until(() => core.notices.length > 0, 'the deletion');
    await core.quit();
    expect(notesOn(userData)).toContain('"Quiet today"');
  });

  it('is nowhere once its couple is removed in the same moment, and others are saved (S12)', async () => {
    const userData = await aFolder();
    const { core, ids } = await begun(userData);
    const [one = '', other = ''] = ids;
    core.do(typing(one, 'Quiet today'), typing(other, 'Came late'), { type: 'roster/remove', id: one });
    core.do(typing(one, 'Quiet, and late'));
    await core.saved();
    await until(() => notesOn(userData) !== '', 'the other note');
    await core.quit();
    expect(notesOn(userData)).toContain('Came late');
    expect(notesOn(userData)).not.toContain('Quiet');
    expect(JSON.stringify(core.session())).not.toContain('Quiet');
  });
});

describe('whatever leaves a retreat', () => {
  /** Those of a couple that are typed and not saved, with the retreat that goes on. */
  const typed = (session: Session): boolean => notesToSave(session).length > 0;

  it('first has what is typed about its couples saved', () => {
    const leaving = new Set<string>();
    for (const scene of Object.values(scenes())) {
      const couple = scene.retreat?.couples[0]?.id ?? '';
      const at = reduce(scene, typing(couple, 'Quiet today'), aContext(1));
      expect(typed(at)).toBe(true);
      for (const command of commandTypes.flatMap((type) => commandsOf(type, at))) {
        const context = aContext(9_500, 'made');
        if (refusal(at, command, context) !== null) continue;
        if (reduce(at, command, context).retreat?.id !== at.retreat?.id) leaving.add(command.type);
      }
    }
    expect([...leaving].sort()).toEqual(['retreat/close', 'retreat/create', 'retreat/delete', 'retreat/demo']);
    expect([...leaving].filter((type) => !leavingTypes.has(type as Command['type']))).toEqual([]);
    expect(leavingTypes.has(restored(scenes().running?.live as Session['live'], 0).type)).toBe(true);
  });
});
