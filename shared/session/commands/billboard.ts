import { onWall } from '../../exercise/help-line';
import { currentDay } from '../../retreat/retreat';
import { momentOf, schedule } from '../../retreat/schedule';
import type { Billboard, Look, PlanRow } from '../../room/room-view';
import { clockForm, momentText } from '../../room/time-of-day';
import type { Session } from '../state/session';
import type { Settings } from '../state/settings';
import type { Book } from './book';
import { publicTitle } from './public-title';

function look({ palette, digits, motion, blankColour, hour12 }: Settings, { language, clock }: Book): Look {
  return { palette, digits, motion, blankColour, language, clock: clockForm(clock, hour12) };
}

function planRows(session: Session, book: Book): PlanRow[] {
  const { retreat, live, settings } = session;
  const day = retreat === null ? undefined : currentDay(retreat);
  if (day === undefined) return [];
  // Planned times only: a plan that moves by the minute would make the room watch the clock.
  const form = clockForm(book.clock, settings.hour12);
  const { rows } = schedule(day, momentOf(day.date, day.start), null);
  return day.items.flatMap((item, index) => {
    const row = rows[index];
    if (row === undefined || item.skipped || item.kind === 'buffer') return [];
    const state = item.id === live.itemId ? 'now' : item.actual?.endedAt != null ? 'done' : 'to-come';
    return [{ at: momentText(row.plannedStart, form), title: publicTitle(item, book), state }];
  });
}

/** The public things the room may show besides the steps on stage. */
export function billboard(session: Session, book: Book): Billboard {
  return {
    title: session.retreat?.title ?? '',
    plan: planRows(session, book),
    helpLines: (session.settings.helpLines ?? book.helpLines).map(onWall),
    look: look(session.settings, book),
  };
}
