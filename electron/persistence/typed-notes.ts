import type { NoteDocument } from '../../shared/session/documents/documents';

const restMs = 300;
const longestMs = 800;

/** Notes that are being typed and not yet given to the library. */
export interface TypedNotes {
  readonly hold: (note: NoteDocument) => void;
  /** Gives everything that waits to the library now. */
  readonly letGo: () => void;
  /** A couple that is removed: nothing of it may be saved after. */
  readonly drop: (id: string) => void;
}

/**
 * Holds a note back while keys follow each other: it goes to the library 300 ms after the last one and at most 800 ms after the
 * first, so that it is on disk within a second. It is held here and not in the page, whose process may die.
 */
export function typedNotes(save: (note: NoteDocument) => void): TypedNotes {
  const held = new Map<string, { note: NoteDocument; readonly first: number; timer: NodeJS.Timeout }>();

  function go(id: string): void {
    const one = held.get(id);
    if (one === undefined) return;
    clearTimeout(one.timer);
    held.delete(id);
    save(one.note);
  }

  return {
    hold: (note) => {
      const now = performance.now();
      const before = held.get(note.id);
      clearTimeout(before?.timer);
      const first = before?.first ?? now;
      const timer = setTimeout(() => go(note.id), Math.min(restMs, Math.max(0, first + longestMs - now)));
      held.set(note.id, { note, first, timer });
    },
    letGo: () => {
      for (const id of [...held.keys()]) go(id);
    },
    drop: (id) => {
      clearTimeout(held.get(id)?.timer);
      held.delete(id);
    },
  };
}
