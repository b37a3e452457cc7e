import { Low } from 'lowdb';
import type { Codec } from '../codec/codec';
import type { DecodeCode, DocumentKind, Origin, SavedDocument } from '../codec/document';
import { forgetInPast, type Without } from '../deletion/forget-in-past';
import { type Gone, homesOf, type Leaving, type SaveStep, saveAndPurge } from '../deletion/purge-references';
import { keepGeneration, thin } from '../history/generations';
import { documentAdapter, ReadFailure, WriteFailure } from './adapter';
import { type DiskCode, diskCode, type SaveCode } from './failure';
import { findPast, type Past, type ReadResult, setAside } from './find-document';
import type { DocumentFolder, DocumentPaths } from './layout';
import type { WriteGate } from './write-gate';

export type SaveResult =
  | {
      readonly ok: true;
      readonly generation: number;
      /** What became of what was taken out with it. */
      readonly left?: Leaving;
    }
  | { readonly ok: false; readonly code: SaveCode };

export type DocumentState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly since: number }
  | { readonly state: 'not-saved'; readonly code: SaveCode; readonly since: number };

export interface DocumentOptions {
  readonly codec: Codec;
  /** The id of this device, which every save carries. */
  readonly device: string;
  /** Epoch milliseconds, for stamps and ages. */
  readonly now: () => number;
  /** The code that forbids writing just now, such as a lost lock. */
  readonly forbids: () => Promise<DiskCode | null>;
  readonly onState: (state: DocumentState) => void;
  readonly onSaved: (held: SavedDocument) => void;
  /** Told whenever nothing is under way or waiting: its body is on the disk, and may leave memory. */
  readonly onRest: () => void;
  readonly onStep?: (step: SaveStep) => void;
  readonly traffic: WriteGate;
  /** Runs before the document is looked at for the first time: clears its folder of what is not its own. */
  readonly enter: () => Promise<void>;
  /** Which of the homes taken out of this one are removed, and which are in use elsewhere. */
  readonly decide: (gone: readonly DocumentFolder[]) => Promise<readonly Gone[]>;
  /** Removes what was taken out of this one; the code of what the disk refused, or null. */
  readonly removeOthers: (gone: readonly DocumentFolder[]) => Promise<SaveCode | 'unfinished' | null>;
  readonly patienceMs?: number;
}

/** One document: reads it, and saves it one write at a time, the latest body winning. */
export interface OpenDocument {
  readonly read: () => Promise<ReadResult>;
  /**
   * Resolves once this body, or a later one, is durable; a full disk keeps it waiting, it never rejects. With `gone`, also once
   * those homes, taken out of this one, are removed everywhere, the older copies of this one included (S12).
   */
  readonly save: (body: unknown, gone?: readonly Gone[]) => Promise<SaveResult>;
  /** The homes that were taken out of this one of which something may be left. */
  readonly leaving: () => readonly DocumentFolder[];
  /** Tries at once whatever is still waiting, and resolves after that one attempt. */
  readonly flush: () => Promise<void>;
  /** Stops saving for good: what waits is answered with `code`, what is being written ends first. */
  readonly stop: (code: 'removed' | 'closed') => Promise<void>;
  /**
   * Forgets a part of the document, of what waits to be saved in it and of its past (S8, S12). The past goes first: until the answer the
   * part may still stand in the document itself. Until the answer, and before it `settle`, no save brings it back.
   */
  readonly forget: (without: Without, settle?: () => Promise<void>) => Promise<SaveResult>;
  /** Tells again if it rests. */
  readonly rest: () => void;
  /** Writes the last known body again where the file is not there, as after the library has moved. */
  readonly settle: () => Promise<void>;
}

interface Waiting {
  readonly body: unknown;
  readonly gone: readonly Gone[];
  readonly answer: ((result: SaveResult) => void)[];
}

/** Stands for the documents of a home that is being removed: none is there for anybody, and nothing is saved that would go with it. */
export const removedDocument: OpenDocument = {
  read: async () => ({ state: 'missing' }),
  save: async () => ({ ok: false, code: 'removed' }),
  forget: async () => ({ ok: false, code: 'removed' }),
  leaving: () => [],
  flush: async () => undefined,
  stop: async () => undefined,
  rest: () => undefined,
  settle: async () => undefined,
};

const nothing: SavedDocument = { id: '', generation: 0, device: '', from: null, savedAt: '', body: undefined };
const retryMs = [250, 500, 1000, 2000, 5000];
const slowMs = 1000;
const thinEveryMs = 2000;

/** Opens one document of a kind; nothing is read before it is asked for. */
export function openDocument(kind: DocumentKind, paths: () => DocumentPaths, options: DocumentOptions): OpenDocument {
  const { codec, now } = options;
  let stopped: 'removed' | 'closed' | null = null;
  let waiting: Waiting | null = null;
  let writing: Promise<void> | null = null;
  let inFlight: Waiting | null = null;
  let since = 0;
  let trouble: { readonly code: SaveCode; readonly since: number } | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let entered = false;
  let looked = false;
  /** Whoever saves could not read what stands there: it is kept, and never written over. */
  let unread = false;
  // What stands on disk under the name, and the highest generation that ever did.
  let standing: SavedDocument | null = null;
  let highest = 0;
  /** What the next save is made from. */
  let origin: Origin | null = null;
  let keeps = kind.history !== false;
  const forgetting = new Set<Without>();
  let turns = 0;
  let thinned = 0;
  let tidying: Promise<void> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();

  const adapter = documentAdapter(codec, kind, paths, {
    keep: async () => {
      if (standing && keeps) await keepGeneration(paths().file, paths().history, standing);
    },
    forbids: options.forbids,
    onRefused: (waited) => {
      if (waited >= slowMs && !trouble) setTrouble('rename-refused');
    },
    ...(options.onStep && { onStep: options.onStep }),
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
  });
  const low = new Low<SavedDocument>(adapter, nothing);

  function serialQueue<T>(work: () => Promise<T>): Promise<T> {
    turns += 1;
    const done = turn.then(work);
    turn = done
      .catch(() => undefined)
      .then(() => {
        turns -= 1;
        rest();
      });
    return done;
  }

  function rest(): void {
    if (turns === 0 && !writing && !waiting && !unread && !stopped) options.onRest();
  }

  function tell(): void {
    const pending = waiting ?? inFlight;
    if (trouble) options.onState({ state: 'not-saved', ...trouble });
    else options.onState(pending ? { state: 'saving', since } : { state: 'saved' });
  }

  function setTrouble(code: SaveCode | null): void {
    if (code === (trouble?.code ?? null)) return;
    trouble = code && { code, since: trouble?.since ?? now() };
    tell();
  }

  function standOn({ found, highest: ever }: Past): ReadResult {
    standing = null;
    origin = found.state === 'damaged' ? found.newestGood : null;
    highest = ever;
    looked = true;
    return found;
  }

  function putAside(why: DecodeCode | 'unread', of = paths().home.id): Promise<ReadResult> {
    return setAside(codec, kind, paths(), highest, why, now(), of).then(standOn, (error: unknown) => ({
      state: 'unreachable',
      code: diskCode(error),
    }));
  }

  async function look(): Promise<ReadResult> {
    if (!entered) await options.enter().catch(() => undefined);
    entered = true;
    try {
      low.data = nothing;
      await low.read();
      if (low.data === nothing) return standOn(await findPast(codec, kind, paths(), highest));
      standing = low.data;
      origin = standing;
      highest = Math.max(highest, standing.generation);
      looked = true;
      return { state: 'ok', readOnly: false, ...standing };
    } catch (error) {
      looked = false;
      if (!(error instanceof ReadFailure)) return { state: 'unreachable', code: diskCode(error) };
      if (error.code !== 'newer-schema') {
        return putAside(error.code, error.held?.id);
      }
      return error.held ? { state: 'ok', readOnly: true, ...error.held } : { state: 'newer' };
    }
  }

  async function beforeFirstWrite(): Promise<SaveCode | null> {
    if (looked) return null;
    let found = await look();
    if (unread && found.state === 'ok' && !found.readOnly) found = await putAside('unread');
    if (found.state === 'unreachable') return found.code;
    unread = false;
    return found.state === 'newer' || (found.state === 'ok' && found.readOnly) ? 'newer-schema' : null;
  }

  async function write({ body, gone }: Waiting): Promise<SaveResult> {
    const refused = (await options.forbids()) ?? (await beforeFirstWrite());
    if (refused) return { ok: false, code: refused };
    if (gone.length === 0) return writeBody(body);
    return saveAndPurge(paths(), gone, {
      decide: options.decide,
      save: () => writeBody(body).finally(() => tidying),
      removeOthers: options.removeOthers,
      onStep: (step) => options.onStep?.(step),
    });
  }

  async function forgetNow(without: Without): Promise<SaveResult> {
    if (stopped) return { ok: false, code: stopped };
    entered = false;
    const refused = (await options.forbids()) ?? (await beforeFirstWrite());
    if (refused) return { ok: false, code: refused };
    const found = await look();
    if (found.state === 'unreachable') return { ok: false, code: found.code };
    const held = found.state === 'ok' ? found : found.state === 'damaged' ? found.newestGood : null;
    const body = held && without(held.body);
    if (held && !kind.shape.safeParse(body).success) return { ok: false, code: 'wrong-shape' };
    const kept = await forgetInPast(paths(), { codec, kind, without, onStep: () => options.onStep?.('forget') });
    if (kept !== null) return { ok: false, code: kept };
    if (held === null || body === held.body) return { ok: true, generation: highest };
    keeps = false;
    return writeBody(body).finally(() => {
      keeps = kind.history !== false;
    });
  }

  async function writeBody(body: unknown): Promise<SaveResult> {
    const held: SavedDocument = {
      id: paths().home.id,
      generation: highest + 1,
      device: options.device,
      from: origin && { generation: origin.generation, device: origin.device },
      savedAt: new Date(now()).toISOString(),
      body,
    };
    try {
      low.data = held;
      await options.traffic.write(() => low.write());
    } catch (error) {
      if (error instanceof WriteFailure && error.replaced) stand(held);
      if (error instanceof WriteFailure) return { ok: false, code: error.code };
      return { ok: false, code: error instanceof TypeError || error instanceof RangeError ? 'wrong-shape' : 'unknown' };
    }
    stand(held);
    options.onSaved(held);
    return { ok: true, generation: held.generation };
  }

  function stand(held: SavedDocument): void {
    standing = held;
    origin = held;
    highest = held.generation;
  }

  function tidy(): void {
    const at = performance.now();
    if (at - thinned < thinEveryMs || stopped) return;
    thinned = at;
    tidying = thin(paths().history, now()).catch(() => undefined);
  }

  function take(): Waiting | null {
    const job = waiting;
    waiting = null;
    return job;
  }

  async function drain(): Promise<void> {
    for (inFlight = take(); inFlight; inFlight = take()) {
      // It is read when its turn comes: meanwhile a part of it may have been forgotten, or the document removed.
      const attempt = () =>
        serialQueue(
          async (): Promise<SaveResult> =>
            stopped || inFlight === null ? { ok: false, code: stopped ?? 'unknown' } : write(inFlight),
        );
      const result = await (inFlight.gone.length > 0 ? options.traffic.alone(attempt) : attempt());
      const { body, gone, answer: answers }: Waiting = inFlight;
      inFlight = null;
      if (stopped || result.ok || result.code === 'wrong-shape' || result.code === 'newer-schema') {
        failures = 0;
        if (!stopped) setTrouble(result.ok ? null : result.code);
        tell();
        for (const answer of answers) answer(result.ok || !stopped ? result : { ok: false, code: stopped });
        if (stopped) return;
        if (result.ok) tidy();
        continue;
      }
      const newer = take();
      waiting = {
        body: newer ? newer.body : body,
        gone: [...gone, ...(newer?.gone ?? [])],
        answer: [...answers, ...(newer?.answer ?? [])],
      };
      setTrouble(result.code);
      timer = setTimeout(pump, retryMs[Math.min(failures, retryMs.length - 1)]);
      failures += 1;
      return;
    }
  }

  function pump(): void {
    clearTimeout(timer);
    timer = undefined;
    if (writing || !waiting || stopped) return;
    since = now();
    writing = drain().finally(() => {
      writing = null;
      // Whoever was just answered may have asked for the next save before this one had quite ended.
      if (timer === undefined) pump();
      rest();
    });
    tell();
  }

  return {
    read: () =>
      serialQueue(async () => {
        const found = await look();
        unread = found.state === 'unreachable' && standing === null;
        // An edit the disk would not take yet, or that waits for its turn, is newer than the disk.
        const newer = waiting ?? inFlight;
        return newer ? { state: 'ok', readOnly: false, ...(standing ?? nothing), body: newer.body } : found;
      }),
    save: (body, gone = []) =>
      new Promise((resolve) => {
        if (stopped) return resolve({ ok: false, code: stopped });
        if (!kind.shape.safeParse(body).success) {
          setTrouble('wrong-shape');
          return resolve({ ok: false, code: 'wrong-shape' });
        }
        const answer = waiting?.answer ?? [];
        answer.push(resolve);
        // What is being forgotten comes back by nobody's save.
        const left = [...forgetting].reduce((present, without) => without(present), body);
        waiting = { body: left, gone: [...(waiting?.gone ?? []), ...gone], answer };
        pump();
      }),
    leaving: () => homesOf([...(inFlight?.gone ?? []), ...(waiting?.gone ?? [])]),
    flush: async () => {
      pump();
      while (writing) await writing;
      await tidying;
    },
    stop: async (code) => {
      stopped = code;
      clearTimeout(timer);
      // Not what waits to be alone: whoever stops it may be.
      await turn;
      await tidying;
      clearTimeout(timer);
      trouble = null;
      const left = take();
      tell();
      for (const answer of left?.answer ?? []) answer({ ok: false, code });
    },
    forget: (without, settle) => {
      forgetting.add(without);
      if (waiting) waiting = { ...waiting, body: without(waiting.body) };
      if (inFlight) inFlight = { ...inFlight, body: without(inFlight.body) };
      return serialQueue(() => forgetNow(without))
        .then(async (forgotten) => {
          if (forgotten.ok) await settle?.();
          return forgotten;
        })
        .finally(() => forgetting.delete(without));
    },
    rest,
    settle: async () => {
      await serialQueue(async () => {
        const last = standing;
        const found = await look();
        const older = found.state === 'ok' && !found.readOnly && found.generation < (last?.generation ?? 0);
        const gone = found.state === 'missing' || found.state === 'damaged';
        if (last && !waiting && (older || gone)) waiting = { body: last.body, gone: [], answer: [] };
      });
      failures = 0;
      pump();
      while (writing) await writing;
    },
  };
}
