import { Low } from 'lowdb';
import { documentAdapter, ReadFailure, WriteFailure } from './adapter';
import type { DecodeCode, DocumentKind, Held } from './document';
import type { WriteStep } from './durable-write';
import { type DiskCode, diskCode } from './failure';
import { keepGeneration, listGenerations, newestGood, thin } from './generations';
import type { Place } from './layout';
import { hasQuarantined, quarantine } from './quarantine';

/** Why a save did not happen. A disk code is tried again by itself; the others stand until something else is asked. */
export type SaveCode = DiskCode | 'wrong-shape' | 'newer-schema' | 'removed' | 'closed';

export type SaveResult =
  | { readonly ok: true; readonly generation: number }
  | { readonly ok: false; readonly code: SaveCode };

export type DocumentState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly since: number }
  | { readonly state: 'not-saved'; readonly code: SaveCode; readonly since: number };

/**
 * What reading found. `damaged`: the file is in quarantine (`absent`: it was moved there earlier, or is simply gone) and the newest
 * good generation is offered; saving its body restores it. `newer`: written by a later version in a shape we do not know.
 */
export type ReadResult<Body = unknown> =
  | ({ readonly state: 'ok'; readonly readOnly: boolean } & Held<Body>)
  | { readonly state: 'missing' }
  | { readonly state: 'newer' }
  | { readonly state: 'unreachable'; readonly code: DiskCode }
  | {
      readonly state: 'damaged';
      readonly why: DecodeCode | 'absent';
      readonly quarantinedAs: string | null;
      readonly newestGood: Held<Body> | null;
    };

export interface DocumentOptions {
  /** Epoch milliseconds, for stamps and ages. */
  readonly now: () => number;
  /** The code that forbids writing just now, such as a lost lock. */
  readonly forbidden: () => DiskCode | null;
  readonly onState: (state: DocumentState) => void;
  readonly onSaved: (held: Held) => void;
  readonly onStep?: (step: WriteStep) => void;
  readonly patienceMs?: number;
}

/** One document: reads it, and saves it one write at a time, the latest body winning. */
export interface OpenDocument {
  readonly read: () => Promise<ReadResult>;
  /** Resolves once this body, or a later one, is durable; a full disk keeps it waiting, it never rejects. */
  readonly save: (body: unknown) => Promise<SaveResult>;
  readonly state: () => DocumentState;
  /** Tries at once whatever is still waiting, and resolves after that one attempt. */
  readonly flush: () => Promise<void>;
  /** Stops saving for good: what waits is answered with `code`, what is being written ends first. */
  readonly stop: (code: 'removed' | 'closed') => Promise<void>;
  /** Writes the last known body again where the file is not there, as after the library has moved. */
  readonly settle: () => Promise<void>;
}

interface Waiting {
  readonly body: unknown;
  readonly answer: ((result: SaveResult) => void)[];
}

const nothing: Held = { generation: 0, savedAt: '', body: undefined };
const retryMs = [250, 500, 1000, 2000, 5000];
const slowMs = 1000;
const thinEveryMs = 2000;

/** Opens one document of a kind; nothing is read before it is asked for. */
export function openDocument(kind: DocumentKind, place: () => Place, options: DocumentOptions): OpenDocument {
  const { now } = options;
  let stopped: 'removed' | 'closed' | null = null;
  let waiting: Waiting | null = null;
  let writing: Promise<void> | null = null;
  let inFlight = false;
  let since = 0;
  let trouble: { readonly code: SaveCode; readonly since: number } | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let looked = false;
  // What stands on disk under the name, and the highest generation that ever did.
  let standing: Held | null = null;
  let highest = 0;
  let thinned = 0;
  let tidying: Promise<void> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();

  const adapter = documentAdapter(kind, place, {
    keep: async () => {
      if (standing) await keepGeneration(place().file, place().generations, standing);
    },
    onRefused: (waited) => {
      if (waited >= slowMs && !trouble) setTrouble('rename-refused');
    },
    ...(options.onStep && { onStep: options.onStep }),
    ...(options.patienceMs !== undefined && { patienceMs: options.patienceMs }),
  });
  const low = new Low<Held>(adapter, nothing);

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  function state(): DocumentState {
    if (trouble) return { state: 'not-saved', ...trouble };
    return waiting || inFlight ? { state: 'saving', since } : { state: 'saved' };
  }

  function tell(): void {
    options.onState(state());
  }

  function setTrouble(code: SaveCode | null): void {
    if (code === (trouble?.code ?? null)) return;
    trouble = code && { code, since: trouble?.since ?? now() };
    tell();
  }

  async function lookAtPast(): Promise<ReadResult> {
    standing = null;
    highest = Math.max(highest, (await listGenerations(place().generations))[0]?.generation ?? 0);
    const past = highest > 0 || (await hasQuarantined(place()));
    if (!past) return { state: 'missing' };
    return {
      state: 'damaged',
      why: 'absent',
      quarantinedAs: null,
      newestGood: await newestGood(kind, place().generations),
    };
  }

  async function lookAtDamage(why: Exclude<DecodeCode, 'newer-schema'>): Promise<ReadResult> {
    const quarantinedAs = await quarantine(place(), why, now());
    const past = await lookAtPast();
    looked = true;
    return { state: 'damaged', why, quarantinedAs, newestGood: past.state === 'damaged' ? past.newestGood : null };
  }

  async function look(): Promise<ReadResult> {
    try {
      low.data = nothing;
      await low.read();
      if (low.data === nothing) {
        const past = await lookAtPast();
        looked = true;
        return past;
      }
      standing = low.data;
      highest = Math.max(highest, standing.generation);
      looked = true;
      return { state: 'ok', readOnly: false, ...standing };
    } catch (error) {
      looked = false;
      if (!(error instanceof ReadFailure)) return { state: 'unreachable', code: diskCode(error) };
      if (error.code !== 'newer-schema') {
        return lookAtDamage(error.code).catch((again: unknown) => ({ state: 'unreachable', code: diskCode(again) }));
      }
      return error.held ? { state: 'ok', readOnly: true, ...error.held } : { state: 'newer' };
    }
  }

  async function beforeFirstWrite(): Promise<SaveCode | null> {
    if (looked) return null;
    const found = await look();
    if (found.state === 'unreachable') return found.code;
    return found.state === 'newer' || (found.state === 'ok' && found.readOnly) ? 'newer-schema' : null;
  }

  async function write(body: unknown): Promise<SaveResult> {
    const refused = options.forbidden() ?? (await beforeFirstWrite());
    if (refused) return { ok: false, code: refused };
    const held: Held = { generation: highest + 1, savedAt: new Date(now()).toISOString(), body };
    try {
      low.data = held;
      await low.write();
    } catch (error) {
      if (error instanceof WriteFailure && error.replaced) stand(held);
      if (error instanceof WriteFailure) return { ok: false, code: error.code };
      return { ok: false, code: error instanceof TypeError || error instanceof RangeError ? 'wrong-shape' : 'unknown' };
    }
    stand(held);
    options.onSaved(held);
    return { ok: true, generation: held.generation };
  }

  function stand(held: Held): void {
    standing = held;
    highest = held.generation;
  }

  function tidy(): void {
    const at = performance.now();
    if (at - thinned < thinEveryMs || stopped) return;
    thinned = at;
    tidying = thin(place().generations, now()).catch(() => undefined);
  }

  function take(): Waiting | null {
    const job = waiting;
    waiting = null;
    return job;
  }

  async function drain(): Promise<void> {
    for (let job = take(); job; job = take()) {
      const { body, answer: answers } = job;
      inFlight = true;
      const result = await inTurn(() => write(body));
      inFlight = false;
      if (result.ok || result.code === 'wrong-shape' || result.code === 'newer-schema') {
        failures = 0;
        setTrouble(result.ok ? null : result.code);
        tell();
        for (const answer of answers) answer(result);
        if (result.ok) tidy();
        if (stopped) return;
        continue;
      }
      const newer = take();
      waiting = { body: newer ? newer.body : body, answer: [...answers, ...(newer?.answer ?? [])] };
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
    });
    tell();
  }

  return {
    read: () =>
      inTurn(async () => {
        const found = await look();
        // An edit the disk would not take yet is newer than the disk.
        return waiting ? { state: 'ok', readOnly: false, ...(standing ?? nothing), body: waiting.body } : found;
      }),
    save: (body) =>
      new Promise((resolve) => {
        if (stopped) return resolve({ ok: false, code: stopped });
        if (!kind.shape.safeParse(body).success) {
          setTrouble('wrong-shape');
          return resolve({ ok: false, code: 'wrong-shape' });
        }
        const answer = waiting?.answer ?? [];
        answer.push(resolve);
        waiting = { body, answer };
        pump();
      }),
    state,
    flush: async () => {
      pump();
      while (writing) await writing;
      await tidying;
    },
    stop: async (code) => {
      stopped = code;
      clearTimeout(timer);
      await writing;
      await turn;
      await tidying;
      clearTimeout(timer);
      trouble = null;
      const left = take();
      tell();
      for (const answer of left?.answer ?? []) answer({ ok: false, code });
    },
    settle: async () => {
      await inTurn(async () => {
        const last = standing;
        const found = await look();
        const older = found.state === 'ok' && !found.readOnly && found.generation < (last?.generation ?? 0);
        const gone = found.state === 'missing' || found.state === 'damaged';
        if (last && !waiting && (older || gone)) waiting = { body: last.body, answer: [] };
      });
      failures = 0;
      pump();
      while (writing) await writing;
    },
  };
}
