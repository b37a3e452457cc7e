import type { Retreat } from '../../shared/retreat/retreat';
import type { Session } from '../../shared/session/state/session';
import type { Store } from '../state/store';
import { type Raise, readNotes } from './load';
import type { RetreatLibrary } from './retreat-index';

/** What is noted of each couple, in a document of its own. */
export interface CoupleNotes {
  /** Saves those that changed. */
  readonly keep: (at: RetreatLibrary, after: Session, before: Session) => void;
  /** These couples came back: the note of each is not written over before it is read. */
  readonly expect: (back: readonly string[]) => void;
  /** Reads the notes of those couples; what is typed meanwhile is saved with what was there. */
  readonly bring: (at: RetreatLibrary, retreat: Retreat, back: readonly string[]) => Promise<void>;
}

export function coupleNotes(store: Store, raise: Raise): CoupleNotes {
  const awaited = new Set<string>();

  function save(at: RetreatLibrary, id: string, retreat: string, note: string): void {
    void at.save('note', id, { id, retreat, note }).then(({ ok }) => {
      if (ok) store.report({ type: 'library/note-saved', id, note });
    });
  }

  return {
    keep: (at, after, before) => {
      if (after.retreat === null || after.notes === before.notes) return;
      for (const [id, note] of Object.entries(after.notes)) {
        if (before.notes[id] !== note && !awaited.has(id)) save(at, id, after.retreat.id, note);
      }
    },
    expect: (back) => {
      for (const id of back) awaited.add(id);
    },
    bring: async (at, retreat, back) => {
      const notes = await readNotes(at, { couples: retreat.couples.filter(({ id }) => back.includes(id)) }, raise);
      for (const id of back) {
        const note = notes[id] ?? '';
        store.report({ type: 'library/note-read', id, note });
        awaited.delete(id);
        const whole = store.session().notes[id] ?? note;
        if (whole !== note) save(at, id, retreat.id, whole);
      }
    },
  };
}
