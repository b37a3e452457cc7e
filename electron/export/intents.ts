import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formats } from '../../shared/couple/summary/formats';
import type { HandUnderway } from '../../shared/session/documents/underway';
import { handedId } from '../../shared/session/state/take-home';
import type { Handing } from '../persistence/handing';
import type { Store } from '../state/store';
import { fileOf } from './file-names';
import { NotMade } from './maker';

/** Sees to it that whatever is made of a batch is written down before it is there. */
export interface Intents {
  /** Before a file of it is made: all that is still to be made. Throws {@link NotMade} where the disk will not take it. */
  readonly need: (entry: string) => Promise<void>;
  /** Lets go of what the records of all its couples say by now; `ended`: nothing more is being made. */
  readonly look: () => void;
  readonly ended: () => void;
}

/** How long a batch waits for that, in milliseconds: the library itself goes on trying. */
const limitMs = 5000;

const late = (): Promise<boolean> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), limitMs).unref();
  });

export function intentsOf(store: Store, { begin, end }: Handing): Intents {
  /** Written down, and not yet said by the records. */
  let open: readonly HandUnderway[] = [];
  let going = false;
  /** The disk would not take it: the rest of the batch need not wait for that as well. */
  let refused = false;
  let count = 0;

  function handNow(): HandUnderway | null {
    const session = store.session();
    const { batch } = session.takeHome;
    if (batch === null) return null;
    count += 1;
    return {
      kind: 'hand',
      id: `${batch.id}-${count}`,
      retreat: batch.retreat,
      at: batch.at,
      device: store.device,
      place: batch.place,
      files: batch.copies.flatMap((copy, n) =>
        copy.state === 'waits' || copy.state === 'making'
          ? [
              {
                entry: handedId(batch, n),
                couple: copy.id,
                format: copy.format,
                version: copy.version,
                file: join(batch.folder, fileOf(session, copy, formats[copy.format].extension)),
              },
            ]
          : [],
      ),
    };
  }

  function look(): void {
    if (going || open.length === 0) return;
    const { unsavedRecords } = store.session();
    const isSaid = ({ files }: HandUnderway): boolean => !files.some(({ couple }) => unsavedRecords.includes(couple));
    const said = open.filter(isSaid);
    open = open.filter((hand) => !said.includes(hand));
    for (const { id } of said) end(id);
  }

  return {
    need: async (entry) => {
      going = true;
      if (open.some(({ files }) => files.some((file) => file.entry === entry))) return;
      const hand = handNow();
      if (hand === null) return;
      if (refused) throw new NotMade('not-noted');
      // Where it is not there at the next start, it was taken away.
      await mkdir(hand.place, { recursive: true, mode: 0o700 }).catch(() => undefined);
      if (!(await Promise.race([begin(hand), late()]))) {
        refused = true;
        end(hand.id);
        throw new NotMade('not-noted');
      }
      open = [...open, hand];
    },
    look,
    ended: () => {
      going = false;
      refused = false;
      look();
    },
  };
}
