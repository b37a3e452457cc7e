import type { Retreat } from '../../shared/retreat/retreat';
import type { Command } from '../../shared/session/commands/commands';
import type { Happening } from '../../shared/session/commands/happenings';
import type { CoupleFile } from '../../shared/session/protocol/couple-file';
import type { CoupleSearch, FoundCouples, Pairs, ReturningCouple } from '../../shared/session/protocol/couple-search';
import type { Absent } from '../../shared/session/protocol/library-folder';
import { isRunning, type Session } from '../../shared/session/state/session';
import { defaultSettings, type Settings } from '../../shared/session/state/settings';
import type { OnStep } from '../library/contract';
import { errno } from '../library/store/failure';
import { type DocumentFolder, only } from '../library/store/layout';
import type { SaveStatus } from '../library/store/save-status';
import type { Clock } from '../state/clock';
import type { Log } from '../state/log';
import type { Store } from '../state/store';
import { arrivingIn } from './arriving';
import { coupleFile, removeCouple } from './couple-file';
import { coupleIndex } from './couple-index';
import { coupleNotes } from './couple-notes';
import { coupleFinder } from './couple-search';
import type { OpenRun } from './crash-recovery';
import type { Handing } from './handing';
import type { LibraryPointer } from './library-pointer';
import { type Raise, readSingle } from './load';
import { keepTrying, type Opening, type startOpening } from './open-library';
import { keepRecords } from './records';
import { type Relocation, relocateLibrary } from './relocate';
import { settleResting } from './resting-drafts';
import { type RetreatLibrary, summaryOf } from './retreat-index';
import { runOnOffer } from './run-on-offer';
import { shelfOf } from './shelf';
import { keepUnderway } from './underway';

/** Between the session and the library: what changes is saved, what is asked for is read. */
export interface Autosave {
  /** Settles once settings and an open run have been looked for; the console waits for it, not for the shelf. */
  readonly ready: Promise<void>;
  readonly isOpen: () => boolean;
  /** What is handed out is written down here before. */
  readonly handing: Handing;
  /** How many documents are held in memory. */
  readonly held: () => number;
  /** Finds couples in every retreat there is. */
  readonly findCouples: (search: CoupleSearch) => Promise<FoundCouples>;
  /** Finds the couples of every retreat that have both names of one of these; the session knows them from then on. */
  readonly findReturning: (pairs: Pairs) => Promise<readonly ReturningCouple[]>;
  /** What is kept about a couple, in numbers; null while no library is open. */
  readonly coupleFile: (id: string) => Promise<CoupleFile | null>;
  /** While none is open: opens the library of a folder, and remembers it; resolves with what was refused, or null. */
  readonly openAt: Opening['at'];
  /** Saves elsewhere from now on, and remembers it. */
  readonly moveTo: Relocation['moveTo'];
  /** Gives a move up while it still copies, and resolves once it has ended. */
  readonly stopMoving: Relocation['stop'];
  /** Saves what is left and lets go of the library; `closesRun` says that a run still on is not to be offered again. */
  readonly close: (closesRun: boolean) => Promise<SaveStatus | null>;
}

const lineOf = (retreat: Retreat | null): string => (retreat === null ? '' : JSON.stringify(summaryOf(retreat)));

/** What was changed of the settings while those that are kept could not be known. */
const changedIn = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== defaultSettings[name as keyof Settings]),
  );

const leavingNotices = {
  removed: 'couple-removed',
  unfinished: 'removal-unfinished',
  stay: 'couple-left',
} as const;

/** Ten thousand folders may want looking at: not while the first picture is drawn. */
const tidyAfterMs = 1000;

interface Options {
  readonly pointer: LibraryPointer;
  /** The first attempt to open the library, which may have begun before anything else was up. */
  readonly first: ReturnType<typeof startOpening>;
  readonly onStep?: OnStep;
  readonly log: Log;
}

/** Keeps the session in the library, from the moment it opens. */
export function startAutosave(store: Store, clock: Clock, { pointer, first, onStep, log }: Options): Autosave {
  let library: RetreatLibrary | null = null;
  let closing = false;
  let tidying: NodeJS.Timeout | undefined;
  let work: Promise<unknown> = Promise.resolve();

  /** Reads and deletions one after another, so that none overtakes the one asked for before. */
  function enqueue(job: () => Promise<unknown>): void {
    work = work.then(job).catch(log.bug);
  }

  const raise: Raise = (code, values = {}) => store.report({ type: 'notice/raise', notice: { code, values } });

  function tellStatus({ state, reason }: Pick<SaveStatus, 'state' | 'reason'>, absent: Absent | null = null): void {
    const folder = library?.folder() ?? pointer.folder();
    store.report({ type: 'saving/changed', saving: { state, reason, folder, absent } });
  }

  const shelf = shelfOf(store, raise, log);
  const couples = coupleIndex(store, clock);

  /** The couples taken off the roster, whose names and folders go with this save (S12). One that was parted from another, or joined, is not gone. */
  function goneCouples(after: Retreat, before: Session, change: string | null): DocumentFolder[] {
    if (after.id !== before.retreat?.id || change === 'roster/part' || change === 'roster/join') return [];
    const stay = new Set(after.couples.map(({ id }) => id));
    return before.retreat.couples.flatMap(({ id }) => (stay.has(id) ? [] : [{ at: 'couples', id }]));
  }

  function keepRetreat(at: RetreatLibrary, retreat: Retreat, before: Session, change: string | null = null): void {
    const gone = goneCouples(retreat, before, change);
    for (const { id } of gone) records.drop(id);
    // The live document goes first: it holds the log that the retreat's times are a copy of.
    const saved = at.save('retreat', retreat.id, retreat, gone);
    // However long a full disk makes that take: nothing is said to be gone before it is.
    if (gone.length > 0) {
      void saved.then((answer) => raise(answer.ok ? leavingNotices[answer.left ?? 'removed'] : 'unknown'));
    }
    if (before.retreat?.id !== retreat.id || lineOf(before.retreat) !== lineOf(retreat)) {
      void saved.then(({ ok }) => {
        if (ok) enqueue(() => shelf.refresh(at));
      });
    }
  }

  /** What was typed before goes to the library first: it is changed there as it stands. */
  function beginUnderway(after: Session, before: Session): void {
    for (const one of after.underway) {
      if (before.underway.includes(one)) continue;
      records.letGo();
      underway.begin(one);
    }
  }

  const run = runOnOffer(store, clock, raise);
  const settleAll = settleResting(store);
  const records = keepRecords(store, raise);
  const underway = keepUnderway(store, raise);
  const notes = coupleNotes(store, raise);
  const arriving = arrivingIn(store, raise, log, records.isUsed);

  /** What the session took for gone is given back where nothing of it is. */
  async function deleteCouple(at: RetreatLibrary, id: string, before: Session): Promise<void> {
    const { retreat } = before;
    const couple = retreat?.couples.find((one) => one.id === id);
    const removal = await removeCouple(at, id, couple === undefined ? null : (retreat?.id ?? null)).catch(
      (error: unknown) => {
        if (errno(error) === '') log.bug(error);
        return { state: 'kept' } as const;
      },
    );
    if (removal.state === 'kept' && retreat !== null && couple !== undefined) {
      store.report({ type: 'library/couple-kept', retreat: retreat.id, couple, note: before.notes[id] ?? null });
    }
    await shelf.refresh(at);
    arriving.letGoUnlessArriving(at);
    if (removal.state === 'removed') raise('couple-deleted', { ...removal.went, retreats: removal.retreats });
    else raise(removal.state === 'kept' ? 'couple-kept' : 'removal-unfinished');
  }

  /** `withdrawn`: the run that was on offer until this change. */
  function answer(
    at: RetreatLibrary,
    change: Command | Happening,
    [after, before]: readonly [Session, Session],
    withdrawn: OpenRun | null,
  ): void {
    const { asked } = after;
    switch (change.type) {
      case 'retreat/open':
        if (asked !== null) enqueue(() => arriving.open(at, change.id, asked.token));
        break;
      case 'retreat/delete':
        enqueue(() =>
          shelf.remove(at, {
            id: change.id,
            keepCouples: change.keepCouples ?? false,
            line: before.shelf.find(({ id }) => id === change.id),
            giveBack: () => run.offerAgain(withdrawn, before.recovery),
          }),
        );
        break;
      case 'retreat/create':
      case 'roster/add': {
        const { retreat } = after;
        const back = change.couples.flatMap(({ was }) => was ?? []);
        if (retreat === null || back.length === 0) break;
        notes.expect(back);
        enqueue(() => notes.bring(at, retreat, back));
        break;
      }
      case 'roster/join': {
        const { retreat } = after;
        if (retreat === null) break;
        notes.expect([change.was]);
        enqueue(() => notes.bring(at, retreat, [change.was]));
        break;
      }
      case 'couple/delete':
        records.drop(change.id);
        enqueue(() => deleteCouple(at, change.id, before));
        break;
      case 'retreat/close':
        enqueue(() => shelf.refresh(at));
        break;
      case 'recovery/go-on': {
        const offered = run.offered();
        if (offered !== null && asked !== null) enqueue(() => arriving.goOn(at, offered, asked.token));
        break;
      }
      case 'recovery/dismiss':
        if (withdrawn !== null && !isRunning(after)) run.dismiss(at, withdrawn);
        break;
      case 'power/resume':
        void at.look();
        couples.count();
        break;
    }
  }

  store.follow((change, after, before) => {
    if (library === null || closing) return;
    if (after.settings !== before.settings && change.type !== 'library/settings') {
      void library.save('settings', only, after.settings);
    }
    const withdrawn = run.withdrawn(after);
    if (change.type !== 'library/underway-found') beginUnderway(after, before);
    if (after.live !== before.live) run.keep(library, after, before);
    const isBrought = change.type === 'library/opened' || change.type === 'recovery/restored';
    // A couple that is deleted leaves every roster by one intent: none is saved without it before that stands.
    const isDeleted = change.type === 'couple/delete';
    if (after.retreat !== null && after.retreat !== before.retreat && !isBrought && !isDeleted) {
      keepRetreat(library, after.retreat, before, change.type);
    }
    if (after.retreat?.id !== before.retreat?.id) {
      // Another retreat, or none: what was typed goes to the disk, also when the couple may be deleted right after.
      records.letGo();
      if (!isBrought) arriving.letGo(library);
    }
    if (!isBrought) notes.keep(library, after, before);
    if (after.shownRecords !== before.shownRecords || after.handover !== before.handover) arriving.letGo(library);
    records.keep(library, change, after, before);
    answer(library, change, [after, before], withdrawn);
  });

  /** What is there is read before anything is saved: nothing that was done meanwhile is written over it, or taken for it. */
  async function takeUp(opened: RetreatLibrary): Promise<void> {
    const at = underway.sharing(opened);
    const settings = await readSingle(at, 'settings', raise);
    await run.find(at);
    await underway.goOn(opened);
    library = at;
    couples.follow(at);
    at.subscribe((status) => tellStatus(status));
    saveAll(at, settings);
    if (at.unfinished.length > 0) raise('removal-unfinished');
    if (at.notBrought > 0) raise('not-brought-over');
    tellStatus(at.status());
    arriving.letGo(at);
    enqueue(() => shelf.refresh(at));
    enqueue(async () => {
      tidying = setTimeout(() => void lookAround(at).catch(log.bug), tidyAfterMs);
    });
  }

  /** What a start does not wait for. */
  async function lookAround(at: RetreatLibrary): Promise<void> {
    await shelf.tidy(at);
    await couples.read(at);
  }

  /** What was made while there was no library to put it in. */
  function saveAll(at: RetreatLibrary, kept: Settings | null): void {
    const changed = changedIn(store.session().settings);
    const settings = { ...(kept ?? defaultSettings), ...changed };
    if (kept !== null) store.report({ type: 'library/settings', settings });
    if (Object.keys(changed).length > 0) void at.save('settings', only, settings);
    const session = store.session();
    if (session.retreat !== null) keepRetreat(at, session.retreat, { ...session, retreat: null });
    notes.keep(at, session, { ...session, notes: {} });
    if (isRunning(session)) run.keep(at, session, session);
    records.readShown(at);
  }

  const opening = keepTrying(first, {
    log,
    pointer,
    take: takeUp,
    tell: (absent, reason) => tellStatus({ state: 'not-saved', reason }, absent),
    ...(onStep && { onStep }),
  });

  const finder = coupleFinder(couples);

  const mover = relocateLibrary(store, pointer, () => library, log);

  return {
    ready: opening.ready.catch(log.bug),
    isOpen: () => library !== null,
    handing: underway.handing,
    held: () => library?.held() ?? 0,
    findCouples: async (search) => {
      const found = await finder.find(library, store.session(), search);
      // The rosters were read for their names alone.
      if (library !== null) arriving.letGoUnlessArriving(library);
      return found;
    },
    findReturning: async (pairs) => {
      const couples = await finder.returning(library, store.session(), pairs);
      store.report({ type: 'library/returning', couples });
      if (library !== null) arriving.letGoUnlessArriving(library);
      return couples;
    },
    coupleFile: async (id) => {
      if (library === null) return null;
      records.letGo();
      const file = await coupleFile(library, id);
      arriving.letGoUnlessArriving(library);
      return file;
    },
    openAt: opening.at,
    moveTo: async (folder) => {
      const moved = await mover.moveTo(folder);
      if (library !== null) tellStatus(library.status());
      return moved;
    },
    stopMoving: mover.stop,
    close: async (closesRun) => {
      opening.stop();
      await mover.stop();
      await work;
      clearTimeout(tidying);
      couples.stop();
      if (library === null) return null;
      if (closesRun) run.close(library);
      settleAll();
      records.letGo();
      closing = true;
      await underway.stop();
      await run.stop(closesRun);
      return library.close();
    },
  };
}
