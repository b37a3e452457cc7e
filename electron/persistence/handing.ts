import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyRecord, withHanded } from '../../shared/couple/record';
import type { HandUnderway } from '../../shared/session/documents/underway';
import { errno } from '../library/store/failure';
import { bodyOf, inTurn, type Outcome, outcomeOf } from './moving';
import type { RetreatLibrary } from './retreat-index';

/** What is about to be handed out is on the disk before any of it is. */
export interface Handing {
  /** Whether it is noted; where it is not, nothing of it is to be made. */
  readonly begin: (hand: HandUnderway) => Promise<boolean>;
  /** The records say all that came of it. */
  readonly end: (id: string) => void;
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: unknown) => errno(error) !== 'ENOENT' && errno(error) !== 'ENOTDIR',
  );

/** The files that are there. Where the place itself is gone, as a stick is, all of them may be: that is said rather than too little. */
async function filesThere({ place, files }: HandUnderway): Promise<HandUnderway['files']> {
  if (!(await isThere(place))) return files;
  const there = await Promise.all(files.map(({ file }) => isThere(join(place, file))));
  return files.filter((_, at) => there[at]);
}

/** After a run that ended in the middle: each record names every file that is there, and none that is not. */
export async function noteHanded(at: RetreatLibrary, hand: HandUnderway): Promise<Outcome> {
  const there = await filesThere(hand);
  const couples = [...new Set(there.map(({ couple }) => couple))];
  return inTurn(couples, async (couple) => {
    const found = await at.read('record', couple);
    // Of a couple that was deleted meanwhile nothing is to come back (S12).
    if (found.state === 'missing') return 'done';
    const record = bodyOf(found, emptyRecord(couple));
    if (record === null) return found.state === 'unreachable' ? 'refused' : 'done';
    const after = there
      .filter((file) => file.couple === couple && !record.handed.some(({ id }) => id === file.entry))
      .reduce(
        (before, { entry, format, version }) =>
          withHanded(
            before,
            { format, version },
            { id: entry, retreat: hand.retreat, at: hand.at, device: hand.device },
          ),
        record,
      );
    return after === record ? 'done' : outcomeOf(await at.save('record', couple, after));
  });
}
