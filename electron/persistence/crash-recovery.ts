import { current, reading } from '../../shared/room/stage';
import type { Now } from '../../shared/room/timer';
import type { LiveDocument } from '../../shared/session/documents/documents';
import type { Recovery, Session } from '../../shared/session/state/session';
import type { LivePosition } from '../library/store/live-position';

/** A run that was not closed, and the last moment it is known to have been on, on its own live clock and the wall's. */
export interface OpenRun {
  readonly document: LiveDocument;
  readonly last: Now;
}

/** What is kept of a run: ids and what the wall may know, no couple's word. */
export const liveDocumentOf = ({ retreat, live }: Session, at: Now): LiveDocument => ({
  retreat: retreat?.id ?? null,
  live,
  at,
  closed: live.stage.playing === null,
});

/** How far a wall clock may have been set back between a save and the next beat before the beat is taken for another run's. */
const setBackMs = 5000;

/** The run to go on with, or null when the last one was closed. A beat from before the save is no news. */
export function openRun(document: LiveDocument, position: LivePosition | null): OpenRun | null {
  if (document.closed || document.live.stage.playing === null) return null;
  const { at } = document;
  const isNews = position !== null && position.live >= at.live && position.wall >= at.wall - setBackMs;
  return { document, last: isNews ? position : at };
}

/** What the console offers to go on with: the step and the time it still had, and no couple (S2). */
export function offerOf({ document, last }: OpenRun, retreatTitle: string | null): Recovery {
  const { stage } = document.live;
  const title = stage.playing?.title ?? '';
  return {
    retreat: document.retreat === null ? null : { id: document.retreat, title: retreatTitle ?? title },
    title,
    step: current(stage)?.step.thought ?? null,
    remainingMs: reading(stage, last)?.remainingMs ?? null,
    lastSeen: last.wall,
  };
}
