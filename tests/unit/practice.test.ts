import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerValue, type Reader, readers } from '../../shared/couple/answer';
import type { Audience } from '../../shared/couple/audience';
import { isWithdrawn, withConsent } from '../../shared/couple/consent';
import { movers } from '../../shared/couple/moving';
import {
  emptyPractice,
  type Practice,
  type PracticeEntry,
  type PracticeOwner,
} from '../../shared/couple/practice/practice';
import {
  type Noting,
  type PracticeKindName,
  practiceKindNames,
  practiceKinds,
} from '../../shared/couple/practice/practice-kinds';
import { practiceSchema } from '../../shared/couple/practice/practice-schema';
import { practiceFor } from '../../shared/couple/practice/practice-view';
import { type CoupleRecord, emptyRecord } from '../../shared/couple/record';
import { sides } from '../../shared/room/wall';
import type { Command } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act, aDevice, askerOf } from '../make';
import {
  aCouple,
  allGiven,
  anEntry,
  aPage,
  aPractising,
  atRetreat,
  entriesOf,
  journal,
  scale,
  win,
  withdraw,
} from '../practice-kit';

const on = '2026-03-06';
const add = (owner: PracticeOwner, noting: Noting): Command => ({
  type: 'practice/add',
  id: aCouple,
  retreat: atRetreat,
  owner,
  on,
  noting,
});
const change = (entry: string, noting: Noting): Command => ({
  type: 'practice/change',
  id: aCouple,
  entry,
  on,
  noting,
});
const remove = (entry: string): Command => ({ type: 'practice/remove', id: aCouple, entry });
const reader = (entry: string, to: Reader): Command => ({
  type: 'practice/reader',
  id: aCouple,
  entry,
  reader: to,
  on,
});

const refused = (session: Session, command: Command): string | null =>
  refusal(session, command, { ...aContext(1_000), asker: askerOf(command.type) })?.code ?? null;

const withEntries = (...entries: readonly PracticeEntry[]): Session =>
  aPractising({ ...emptyPractice(aCouple), entries });
const shown = (session: Session) => consoleView(session, aBook).practices[aCouple]?.entries ?? [];

describe('what is written of practice', () => {
  it('needs the consent of each for what is theirs, and of both for what is joint (S8)', () => {
    const [noRecord, noMeasures] = [withdraw(aPractising(), 'A', 'record'), withdraw(aPractising(), 'A', 'measures')];
    expect(refused(aPractising(), add('A', journal('x', 3)))).toBeNull();
    expect(refused(noRecord, add('A', journal('x')))).toBe('consent-missing');
    expect(refused(noRecord, add('B', journal('x')))).toBeNull();
    expect(refused(noRecord, add('joint', win('x')))).toBe('joint-consent-missing');
    expect(refused(noRecord, add('A', scale(3)))).toBeNull();
    expect(refused(noMeasures, add('A', scale(3)))).toBe('consent-missing');
    expect(refused(noMeasures, add('A', journal('x', 3)))).toBe('consent-missing');
    expect(refused(noMeasures, add('A', journal('x')))).toBeNull();
  });

  it('is of whom its kind asks', () => {
    for (const kind of practiceKindNames) {
      const noting = anExample(kind);
      const isJoint = practiceKinds[kind].whose === 'joint';
      expect(refused(aPractising(), add(isJoint ? 'A' : 'joint', noting)), kind).toBe('other-owner');
      expect(refused(aPractising(), add(isJoint ? 'joint' : 'B', noting)), kind).toBeNull();
    }
  });

  it('holds something, on a day that has come, and keeps its kind', () => {
    const session = withEntries(anEntry(win('x'), 'joint'));
    expect(refused(session, add('joint', win('')))).toBe('nothing-noted');
    expect(refused(session, { ...add('joint', win('x')), on: '2199-01-01' } as Command)).toBe('day-to-come');
    expect(refused(session, change('e1', journal('x')))).toBe('other-kind');
    expect(refused(session, change('gone', win('x')))).toBe('no-such-entry');
  });

  it('is nothing to read or change for the console once its owner keeps it to themselves (S9)', () => {
    const open = withEntries(anEntry(journal('secret'), 'A'));
    const kept = act(open, reader('e1', 'only-i'), 10);
    expect(shown(kept)).toMatchObject([{ id: 'e1', kind: 'journal', content: null, closed: 'only-i' }]);
    expect(JSON.stringify(consoleView(kept, aBook))).not.toContain('secret');
    for (const command of [change('e1', journal('y')), remove('e1'), reader('e1', 'partner')]) {
      expect(refused(kept, command), command.type).toBe('kept-private');
    }
    expect(refused(withEntries(anEntry(win('x'), 'joint')), reader('e1', 'partner'))).toBe('other-owner');
  });

  it('keeps a measure that is withheld through a change of the words beside it', () => {
    const measured = withEntries(anEntry(journal('before', 9), 'A'));
    const without = withdraw(measured, 'A', 'measures');
    expect(shown(without)).toMatchObject([{ content: { trigger: 'before', intensity: null } }]);
    expect(refused(without, change('e1', journal('after', 2)))).toBe('consent-missing');
    const changed = act(without, change('e1', journal('after')), 1_000);
    expect(entriesOf(changed)[0]?.content).toMatchObject({ trigger: 'after', intensity: 9 });
    expect(shown(changed)).toMatchObject([{ content: { trigger: 'after', intensity: null } }]);
  });

  it('goes with the answers of its owner, and no undo brings it back (S8)', () => {
    const noted = act(act(aPractising(), add('A', journal('mine')), 10, 'n1'), add('joint', win('ours')), 11, 'n2');
    const gone = act(noted, { type: 'record/delete', id: aCouple, owner: 'A', what: 'all' }, 20);
    expect(entriesOf(gone).map(({ id }) => id)).toEqual(['n2']);
    expect(gone.practices[aCouple]?.practice.removed.map(({ id }) => id)).toEqual(['n1']);
    expect(JSON.stringify(gone)).not.toContain('mine');
    expect(refused(gone, { type: 'edit/undo', couple: aCouple })).toBe('nothing-to-undo');
    expect(refused(gone, { type: 'record/delete', id: aCouple, owner: 'A', what: 'all' })).toBe('nothing-written');
  });

  it('loses its measures alone where those alone are deleted: the words beside them stay, and no undo brings one back (S8)', () => {
    const steps = [
      [add('A', journal('the phone', 9)), 'n1'],
      [add('A', journal('the door')), 'n2'],
      [add('A', scale(4)), 'n3'],
      [add('B', scale(7)), 'n4'],
    ] as const;
    const noted = steps.reduce((at, [command, id], n) => act(at, command, 10 + n, id), aPractising());
    const place = { retreat: atRetreat, exercise: 'trigger-map' } as const;
    const answer = (at: Session, field: string, value: AnswerValue): Session =>
      act(at, { type: 'record/answer', id: aCouple, ...place, field, owner: 'A', value }, 15, field);
    const answered = answer(answer(noted, 'trigger', { kind: 'long-text', text: 'a closed door' }), 'intensity', {
      kind: 'scale',
      points: 8,
    });
    const without = withdraw(answered, 'A', 'measures');
    expect(shown(without).map(({ measureWithheld }) => measureWithheld)).toEqual([true, false, true, false]);
    const gone = act(without, { type: 'record/delete', id: aCouple, owner: 'A', what: 'measures' }, 20);
    expect(entriesOf(gone).map(({ id, content }) => [id, content])).toEqual([
      ['n1', { ...journal('the phone').content, intensity: null }],
      ['n2', journal('the door').content],
      ['n4', scale(7).content],
    ]);
    expect(gone.records[aCouple]?.record.answers.map(({ field }) => field)).toEqual(['trigger']);
    expect(gone.practices[aCouple]?.practice.removed.map(({ id }) => id)).toEqual(['n3', 'n1-measures']);
    expect(practiceSchema.safeParse(gone.practices[aCouple]?.practice).success).toBe(true);
    expect(refused(gone, { type: 'edit/undo', couple: aCouple })).toBe('nothing-to-undo');
    expect(refused(gone, { type: 'record/delete', id: aCouple, owner: 'A', what: 'measures' })).toBe('nothing-written');
    expect(refused(gone, { type: 'record/delete', id: aCouple, owner: 'A', what: 'all' })).toBeNull();
    // Measured anew after a new yes, it is no longer what was deleted.
    const yes: Command = {
      type: 'record/consent',
      id: aCouple,
      retreat: atRetreat,
      side: 'A',
      scope: 'measures',
      given: true,
    };
    const anew = act(act(gone, yes, 30), change('n1', journal('the phone', 3)), 31);
    expect(anew.practices[aCouple]?.practice.removed.map(({ id }) => id)).toEqual(['n3']);
  });

  it('is not deleted while what was practised cannot be reached', () => {
    const closed = aPractising();
    const open = closed.practices[aCouple];
    if (open === undefined) throw new Error('no practice');
    const unread = { ...closed, practices: { [aCouple]: { ...open, closed: 'unread' as const } } };
    expect(refused(unread, { type: 'record/delete', id: aCouple, owner: 'A', what: 'all' })).toBe('record-closed');
    expect(refused(unread, add('A', journal('x')))).toBe('record-closed');
    const newer = { ...closed, practices: { [aCouple]: { ...open, closed: 'newer' as const } } };
    expect(refused(newer, add('A', journal('x')))).toBe('record-newer');
  });
});

/** The least that can be noted of a kind. */
function anExample(kind: PracticeKindName): Noting {
  const { blank, fields } = practiceKinds[kind];
  const said = Object.entries(fields).flatMap(([name, { editor }]) => {
    if (editor.kind === 'text') return [[name, 'words']];
    return editor.kind === 'score' ? [[name, 4]] : [];
  });
  return { kind, content: { ...blank, ...Object.fromEntries(said) } } as Noting;
}

describe('what was practised, on its way to another couple', () => {
  const from = {
    id: aCouple,
    entries: [
      anEntry(journal('one'), 'A', { id: 'e1', reader: 'partner' }),
      anEntry(win('two'), 'joint', { id: 'e2' }),
    ],
    pages: [aPage],
    removed: [],
  };
  const to = {
    ...emptyPractice('other'),
    entries: [anEntry(win('there'), 'joint', { id: 'e3' })],
    removed: [{ id: 'e1', at: 1 }],
  };
  const move = { document: 'practice' as const, from: aCouple, to: 'other', entries: ['e1', 'e2', aPage.id] };
  const ids = ({ entries, pages }: Practice) => [...entries, ...pages].map(({ id }) => id);

  it('is there once and gone from here, however often it is done again', () => {
    const put = movers.practice.put(to, from, { ...move, readers: 'kept' });
    expect([ids(put), put.removed]).toEqual([['e3', 'e1', 'e2', 'page-a'], []]);
    expect(movers.practice.put(put, from, { ...move, readers: 'kept' })).toEqual(put);
    const left = movers.practice.take(from, { ...move, readers: 'kept' }, 9);
    expect([ids(left), left.removed.map(({ id }) => id)]).toEqual([[], ['e1', 'e2', 'page-a']]);
    expect(movers.practice.take(left, { ...move, readers: 'kept' }, 10)).toBe(left);
  });

  it('keeps its readers where the same people wrote it, and else starts at the facilitator (S9)', () => {
    const readersOf = (readers: 'kept' | 'anew') =>
      movers.practice.put(to, from, { ...move, readers }).entries.map(({ reader: by }) => by);
    expect([readersOf('kept'), readersOf('anew')]).toEqual([
      [null, 'partner', null],
      [null, 'facilitator', null],
    ]);
  });
});

describe('undo and redo', () => {
  const notings = fc.oneof(
    fc
      .record({ owner: fc.constantFrom(...sides), noting: fc.tuple(fc.string(), fc.constantFrom(null, 3)) })
      .map(({ owner, noting: [text, intensity] }) => ({ owner, noting: journal(`j${text}`, intensity) })),
    fc.string().map((text) => ({ owner: 'joint' as const, noting: win(`w${text}`) })),
    fc.record({ owner: fc.constantFrom(...sides), score: fc.nat(50) }).map(({ owner, score }) => ({
      owner,
      noting: scale(score),
    })),
  );
  const edits = fc.array(fc.record({ does: fc.constantFrom('add', 'change', 'remove'), at: fc.nat(), what: notings }), {
    minLength: 1,
    maxLength: 20,
  });
  type Edit = { does: string; at: number; what: { owner: PracticeOwner; noting: Noting } };

  const said = (session: Session) =>
    entriesOf(session).map(({ id, kind, owner, on: day, reader: by, content }) => ({
      id,
      kind,
      owner,
      day,
      by,
      content,
    }));

  function commandOf(session: Session, { does, at, what }: Edit): Command {
    const entries = entriesOf(session);
    const entry = entries[at % Math.max(entries.length, 1)]?.id ?? 'none';
    if (does === 'add') return add(what.owner, what.noting);
    return does === 'remove' ? remove(entry) : change(entry, what.noting);
  }

  it('take back every edit, and make it again, one for one', () => {
    fc.assert(
      fc.property(edits, (all) => {
        let session = aPractising();
        const states = [said(session)];
        all.forEach((edit, n) => {
          const command = commandOf(session, edit);
          if (refused(session, command) !== null) return;
          const before = said(session);
          session = act(session, command, 2_000 + n, `made-${n}`);
          if (JSON.stringify(said(session)) !== JSON.stringify(before)) states.push(said(session));
        });
        for (const state of states.slice(0, -1).reverse()) {
          session = act(session, { type: 'edit/undo', couple: aCouple }, 5_000);
          expect(said(session)).toEqual(state);
        }
        expect(refused(session, { type: 'edit/undo', couple: aCouple })).toBe('nothing-to-undo');
        for (const state of states.slice(1)) {
          session = act(session, { type: 'edit/redo', couple: aCouple }, 6_000);
          expect(said(session)).toEqual(state);
        }
      }),
    );
  });
});

describe('who may know of an entry (S8, S9)', () => {
  const audiences: readonly Audience[] = ['facilitator', 'A', 'B', 'joint'];
  const acts = fc.array(
    fc.record({
      side: fc.constantFrom(...sides),
      scope: fc.constantFrom('record' as const, 'measures' as const),
      given: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  const owned = fc.array(
    fc.record({
      owner: fc.constantFrom<PracticeOwner>('A', 'B', 'joint'),
      by: fc.constantFrom(...readers),
      scored: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  /** Each with a word or a number of its own, by which it is known wherever it is told. */
  const numberOf = (n: number): number => 70_000 + n;
  const practised = fc.tuple(owned, acts).map(([entries, said]) => ({
    entries: entries.map(({ owner, by, scored }, n) => {
      const standing = { id: `p${n}`, reader: owner === 'joint' ? null : by };
      if (owner === 'joint') return anEntry(win(`word-${n}.`), owner, standing);
      return anEntry(scored ? scale(numberOf(n), `word-${n}.`) : journal(`word-${n}.`, 9), owner, standing);
    }),
    record: {
      ...emptyRecord(aCouple),
      consents: [
        ...said.reduce<CoupleRecord['consents']>(
          (all, { side, scope, given }, n) => [
            ...withConsent(all, side, scope, given, { id: `k${n}`, retreat: atRetreat, at: n, device: aDevice }),
          ],
          allGiven(),
        ),
      ],
    },
  }));

  /** S9 written down the other way round. */
  function mayRead(
    audience: Audience,
    { owner, reader: by }: PracticeEntry,
    gone: (side: 'A' | 'B') => boolean,
  ): boolean {
    if (owner === 'joint') return !gone('A') && !gone('B');
    if (audience === owner) return true;
    if (gone(owner)) return false;
    return audience === 'facilitator' ? by !== 'only-i' : by === 'partner';
  }

  it.each(audiences)('%s is told what they may know, and no word or number of all else', (audience) => {
    fc.assert(
      fc.property(practised, ({ entries, record }) => {
        const view = practiceFor({ ...emptyPractice(aCouple), entries }, record, audience);
        const told = JSON.stringify(view);
        entries.forEach((entry, n) => {
          const isGone = (scope: 'record' | 'measures') => (side: 'A' | 'B') =>
            isWithdrawn(record.consents, side, scope);
          const scope = entry.kind === 'measure' ? 'measures' : 'record';
          const may = mayRead(audience, entry, isGone(scope));
          expect(told.includes(`word-${n}.`)).toBe(may);
          if (entry.kind === 'measure') expect(told.includes(`${numberOf(n)}`)).toBe(may);
          const seen = view.entries.find(({ id }) => id === entry.id);
          if (seen?.kind !== 'journal' || seen.content === null) return;
          const mayMeasure = mayRead(audience, entry, isGone('measures'));
          expect(seen.content.intensity).toBe(mayMeasure ? 9 : null);
        });
        // That there is more, only the facilitator is told.
        if (audience !== 'facilitator') expect(view.entries.every(({ content }) => content !== null)).toBe(true);
        else expect(view.entries).toHaveLength(entries.length);
      }),
    );
  });
});
