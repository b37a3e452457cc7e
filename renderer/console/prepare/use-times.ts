import type { Day } from '../../../shared/retreat/retreat';
import { momentOf, type Schedule, schedule } from '../../../shared/retreat/schedule';
import { runningOn } from '../../../shared/session/view/running';
import { useLasts } from '../mirror/content';
import { useNow, useView } from '../mirror/hooks';

/** The times of a day as Prepare shows them: of one that has begun as it really goes, of any other as it is planned. */
export function useTimes(): (day: Day) => Schedule {
  const now = useNow();
  const live = useView((view) => view.live);
  const lasts = useLasts();
  return (day) => {
    const begun = day.endedAt !== null || day.items.some(({ id, actual }) => actual !== null || id === live.itemId);
    return begun
      ? schedule(day, now.wall, runningOn(live, now), lasts)
      : schedule(day, momentOf(day.date, day.start), null, lasts);
  };
}
