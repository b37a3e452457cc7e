import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeAnswers } from '../../shared/couple/page/answer-file';
import type { PageAnswer } from '../../shared/couple/page/page-asks';
import { emptyPractice } from '../../shared/couple/practice/practice';
import { seriesOf } from '../../shared/couple/practice/series';
import { swappedPractice } from '../../shared/couple/swap';
import type { Command } from '../../shared/session/commands/commands';
import { refusal } from '../../shared/session/commands/rules';
import type { Session } from '../../shared/session/state/session';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, aContext, act } from '../make';
import { aCouple, aPage, aPractising, entriesOf, withdraw } from '../practice-kit';

const bids = (on: string, noticed: number): PageAnswer => ({ ask: 'bids', on, content: { noticed, answered: 1 } });
const said = (on: string, conflict: string): PageAnswer => ({
  ask: 'check-in',
  on,
  content: { decisions: '', conflict, outsiders: '', hardMoments: '' },
});
const score = (on: string, points: number): PageAnswer => ({
  ask: 'day-30',
  on,
  content: { moment: 'follow-up', item: 'felt-security', name: '', score: points },
});
const all = [bids('2026-03-05', 3), bids('2026-03-06', 4), said('2026-03-07', 'word-7e1c'), score('2026-03-07', 8)];

const handed = act(aPractising({ ...emptyPractice(aCouple), pages: [aPage] }), { type: 'take-home/show', on: true }, 4);

let made = 0;
const carriedOut = (session: Session, command: Command): Session => {
  made += 1;
  return act(session, command, 1_000, `made-${made}`);
};
const takeIn = (answers: readonly PageAnswer[]): Command => ({
  type: 'answers/take-in',
  id: aCouple,
  code: aPage.id,
  answers: [...answers],
});
const refused = (session: Session, command: Command): string | null =>
  refusal(session, command, aContext(1_000))?.code ?? null;
const undo = (session: Session): Session => carriedOut(session, { type: 'edit/undo', couple: aCouple });
const redo = (session: Session): Session => carriedOut(session, { type: 'edit/redo', couple: aCouple });
const contents = (session: Session) => entriesOf(session).map(({ on, kind, content }) => ({ on, kind, content }));
const looked = (session: Session, code: string, answers: readonly PageAnswer[]): Session =>
  act(session, { type: 'answers/look', name: 'answers.json', text: writeAnswers({ code, answers }) }, 5);
const back = (session: Session) => consoleView(session, aBook).answersBack;
const standings = (session: Session) =>
  back(session).map(({ fault, answers }) => fault ?? answers.map(({ standing }) => standing));

describe('answers that came back', () => {
  it('become entries of whoever the page was handed to, read by them and the facilitator (S9), in the same charts', () => {
    const taken = carriedOut(handed, takeIn(all));
    expect(entriesOf(taken).map(({ owner, reader, retreat }) => [owner, reader, retreat])).toEqual(
      all.map(() => ['A', 'facilitator', aPage.retreat]),
    );
    const series = seriesOf(consoleView(taken, aBook).practices[aCouple]?.entries ?? []);
    expect(series.bids.A).toEqual([
      { on: '2026-03-05', noticed: 3, answered: 1 },
      { on: '2026-03-06', noticed: 4, answered: 1 },
    ]);
    expect(series.feltSecurity.A.map(({ score: points, moment }) => [points, moment])).toEqual([[8, 'follow-up']]);
    expect(series.bids.B).toEqual([]);
  });

  it('are looked at first: whose they are and how each stands; a file lies there once', () => {
    const session = looked(looked(looked(handed, aPage.id, all), aPage.id, all), 'nobody', all);
    // Until the others are read, it may be one of theirs.
    expect(standings(session)).toEqual([['new', 'new', 'new', 'new'], 'twice', 'reading']);
    const whole = session.retreat?.couples.map(({ id }) => id) ?? [];
    const allShown = act(session, { type: 'records/show', sheets: [], whole }, 7);
    const allRead = whole.reduce(
      (at, id) => act(at, { type: 'library/practice-read', practice: emptyPractice(id), closed: null }, 8),
      allShown,
    );
    expect(standings(allRead)[2]).toBe('unknown-code');
    expect(back(session)[0]?.whose).toEqual({ id: aCouple, side: 'A', code: aPage.id });
    expect(entriesOf(session)).toEqual([]);
    expect(back(act(session, { type: 'answers/put-away' }, 6))).toEqual([]);
    const unread = act(
      act(handed, { type: 'answers/look', name: 'x', text: 'bread' }, 5),
      { type: 'answers/look', name: 'y', text: null },
      6,
    );
    expect(standings(unread)).toEqual(['not-ours', 'not-read']);
  });

  it('are of the day on which they are looked at, also where the place was shown before midnight', () => {
    const dayMs = 24 * 60 * 60_000;
    const late = [bids('2026-03-08', 2)];
    const text = writeAnswers({ code: aPage.id, answers: late });
    const look = (ms: number) => act(handed, { type: 'answers/look', name: 'answers.json', text }, ms);
    expect(standings(look(5))).toEqual([['no-such-day']]);
    const after = look(dayMs);
    expect(standings(after)).toEqual([['new']]);
    expect(entriesOf(act(after, takeIn(late), dayMs)).map(({ on }) => on)).toEqual(['2026-03-08']);
  });

  it('are taken in once, however often they come, and a later answer takes the place of the one before', () => {
    const taken = carriedOut(handed, takeIn(all));
    expect(refused(taken, takeIn(all))).toBe('already-taken-in');
    expect(standings(looked(taken, aPage.id, all))).toEqual([['taken', 'taken', 'taken', 'taken']]);
    const more = [bids('2026-03-06', 9), bids('2026-03-07', 2), score('2026-03-07', 8)];
    expect(standings(looked(taken, aPage.id, more))).toEqual([['instead', 'new', 'taken']]);
    const again = carriedOut(taken, takeIn(more));
    expect(entriesOf(again)).toHaveLength(5);
    expect(contents(again)).toContainEqual({ on: '2026-03-06', kind: 'bids', content: { noticed: 9, answered: 1 } });
    // Before it came again, with nothing lost on the way.
    expect(contents(undo(again))).toEqual(contents(taken));
    expect(contents(redo(undo(again)))).toEqual(contents(again));
  });

  it('leave no trace once that is taken back, and can come once more', () => {
    const before = undo(carriedOut(handed, takeIn(all)));
    expect([entriesOf(before), before.practices[aCouple]?.practice.pages]).toEqual([[], [aPage]]);
    expect(contents(redo(before))).toEqual(contents(carriedOut(handed, takeIn(all))));
    expect(refused(before, takeIn(all))).toBeNull();
  });

  it('need the yes of whoever answered, also of one who took it back after they were looked at (S8)', () => {
    const seen = looked(handed, aPage.id, all);
    for (const scope of ['record', 'measures'] as const) {
      const gone = withdraw(seen, 'A', scope);
      expect(refused(gone, takeIn(all))).toBe('consent-missing');
      const lacks = all.map(({ ask }) => ((ask === 'day-30') === (scope === 'measures') ? 'no-consent' : 'new'));
      expect(standings(gone)).toEqual([lacks]);
      expect(carriedOutOrSame(gone, takeIn(all))).toBe(gone);
    }
    const gone = withdraw(seen, 'A', 'record');
    expect(JSON.stringify(back(gone))).not.toContain('word-7e1c');
    // What B takes back is no matter of A's.
    expect(refused(withdraw(seen, 'B', 'record'), takeIn(all))).toBeNull();
  });

  it('are about a day on which the page can have been answered', () => {
    const odd = [bids('2026-02-01', 1), bids('2026-03-08', 1), bids('0001-01-01', 1)];
    expect(standings(looked(handed, aPage.id, odd))).toEqual([odd.map(() => 'no-such-day')]);
    for (const one of odd) expect(refused(handed, takeIn([all[0] ?? one, one]))).toBe('answer-other-day');
  });

  it('bring nothing back that was removed here (S12), and change nothing its owner closed (S9)', () => {
    const taken = carriedOut(handed, takeIn(all));
    const [first] = entriesOf(taken);
    const entry = first?.id ?? '';
    const removed = carriedOut(taken, { type: 'practice/remove', id: aCouple, entry });
    expect(standings(looked(removed, aPage.id, all))).toEqual([['deleted', 'taken', 'taken', 'taken']]);
    expect(refused(removed, takeIn(all))).toBe('no-such-entry');
    const of = { type: 'practice/reader', id: aCouple, entry } as const;
    const closed = carriedOut(taken, { ...of, reader: 'only-i', on: '2026-03-07' });
    expect(standings(looked(closed, aPage.id, [bids('2026-03-05', 7)]))).toEqual([['private']]);
    expect(refused(closed, takeIn([bids('2026-03-05', 7)]))).toBe('kept-private');
    expect(refused(closed, { type: 'edit/undo', couple: aCouple })).not.toBeNull();
  });

  it('go nowhere but to the couple the code belongs to, and follow it where A and B change places', () => {
    expect(refused(handed, { ...takeIn(all), id: 'somebody' } as Command)).toBe('unknown-page');
    expect(refused(handed, { ...takeIn(all), code: 'another' } as Command)).toBe('unknown-page');
    const practice = swappedPractice({ ...emptyPractice(aCouple), pages: [aPage] });
    const swapped = aPractising(practice);
    expect(entriesOf(carriedOut(swapped, takeIn(all))).map(({ owner }) => owner)).toEqual(all.map(() => 'B'));
  });

  it('end as the last that came, in whatever order and however often', () => {
    const days = ['2026-03-04', '2026-03-05', '2026-03-06'] as const;
    const file = fc.uniqueArray(fc.record({ on: fc.constantFrom(...days), noticed: fc.nat(5) }), {
      selector: ({ on }) => on,
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 6 }), (files) => {
        let session = handed;
        const last = new Map<string, number>();
        for (const one of files) {
          session = carriedOutOrSame(session, takeIn(one.map(({ on, noticed }) => bids(on, noticed))));
          for (const { on, noticed } of one) last.set(on, noticed);
        }
        const noticed = entriesOf(session).map((entry) => [
          entry.on,
          entry.kind === 'bids' ? entry.content.noticed : null,
        ]);
        expect(new Map(noticed as [string, number][])).toEqual(last);
        expect(noticed).toHaveLength(last.size);
      }),
    );
  });
});

/** The session after a command; the same where it is refused. */
function carriedOutOrSame(session: Session, command: Command): Session {
  return refused(session, command) === null ? carriedOut(session, command) : session;
}
