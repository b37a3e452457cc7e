import type { DocumentKind, SavedDocument } from '../codec/document';
import { fits } from '../codec/entries';
import type { Without } from '../deletion/forget-in-past';
import { type Gone, homesOf } from '../deletion/purge-references';
import type { SaveCode } from './failure';
import type { ReadResult } from './find-document';
import type { DocumentFolder, DocumentPaths } from './layout';
import { type SaveResult, type StandingOptions, standingDocument } from './standing-document';

export type DocumentState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly since: number }
  | { readonly state: 'not-saved'; readonly code: SaveCode; readonly since: number };

export interface DocumentOptions extends Omit<StandingOptions, 'onRefused'> {
  readonly onState: (state: DocumentState) => void;
  /** Told whenever nothing is under way or waiting: its body is on the disk, and may leave memory. */
  readonly onRest: () => void;
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

const neverSaved: Omit<SavedDocument, 'body'> = { id: '', generation: 0, device: '', from: null, savedAt: '' };
const retryMs = [250, 500, 1000, 2000, 5000];
const slowMs = 1000;

/** Opens one document of a kind; nothing is read before it is asked for. */
export function openDocument(kind: DocumentKind, paths: () => DocumentPaths, options: DocumentOptions): OpenDocument {
  const { now } = options;
  let stopped: 'removed' | 'closed' | null = null;
  let waiting: Waiting | null = null;
  let writing: Promise<void> | null = null;
  let inFlight: Waiting | null = null;
  let since = 0;
  let trouble: { readonly code: SaveCode; readonly since: number } | null = null;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const forgetting = new Set<Without>();
  let turns = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const disk = standingDocument(kind, paths, {
    ...options,
    onRefused: (waited) => {
      if (waited >= slowMs && !trouble) setTrouble('rename-refused');
    },
  });

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
    if (turns === 0 && !writing && !waiting && !disk.isUnread() && !stopped) options.onRest();
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
            stopped || inFlight === null
              ? { ok: false, code: stopped ?? 'unknown' }
              : disk.write(inFlight.body, inFlight.gone),
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
        if (result.ok) disk.tidy();
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
        const found = await disk.read();
        // An edit the disk would not take yet, or that waits for its turn, is newer than the disk.
        const newer = waiting ?? inFlight;
        return newer ? { state: 'ok', readOnly: false, ...(disk.last() ?? neverSaved), body: newer.body } : found;
      }),
    save: (body, gone = []) =>
      new Promise((resolve) => {
        if (stopped) return resolve({ ok: false, code: stopped });
        if (!fits(kind, body)) {
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
      await disk.tidied();
    },
    stop: async (code) => {
      stopped = code;
      clearTimeout(timer);
      // Not what waits to be alone: whoever stops it may be.
      await turn;
      await disk.tidied();
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
      return serialQueue(
        async (): Promise<SaveResult> => (stopped ? { ok: false, code: stopped } : disk.forget(without)),
      )
        .then(async (forgotten) => {
          if (forgotten.ok) await settle?.();
          return forgotten;
        })
        .finally(() => forgetting.delete(without));
    },
    rest,
    settle: async () => {
      await serialQueue(async () => {
        const last = disk.last();
        const found = await disk.look();
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
