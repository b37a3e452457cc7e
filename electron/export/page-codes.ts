import { randomUUID } from 'node:crypto';
import type { Side } from '../../shared/room/wall';
import type { Store } from '../state/store';
import { type CodeOf, NotMade } from './maker';

/** How long a disk may take to keep a code. */
const patienceMs = 15_000;

/**
 * The code of a partner's page of the retreat that is open: made by chance the first time, the same ever after. It is told once the disk
 * has it: no page is handed out whose answers nobody would know.
 */
export function pageCodes(store: Store): CodeOf {
  const waiting = new Set<() => void>();
  store.subscribe(() => {
    for (const look of waiting) look();
  });

  const codeOf = (id: string, side: Side): string | undefined => {
    const { retreat, practices } = store.session();
    return practices[id]?.practice.pages.find((page) => page.side === side && page.retreat === retreat?.id)?.id;
  };
  const isKept = (id: string): boolean => !store.session().unsavedPractices.includes(id);

  async function kept(id: string): Promise<void> {
    if (isKept(id)) return;
    await new Promise<void>((done, failed) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        settle();
      };
      const look = () => {
        if (isKept(id)) end(done);
      };
      const timer = setTimeout(() => end(() => failed(new NotMade('disk'))), patienceMs);
      waiting.add(look);
    });
  }

  return async (id, side) => {
    if (codeOf(id, side) === undefined) store.report({ type: 'take-home/page', id, side, code: randomUUID() });
    const code = codeOf(id, side);
    // What a newer Holdfast wrote takes no code.
    if (code === undefined) throw new NotMade('not-open');
    await kept(id);
    return code;
  };
}
