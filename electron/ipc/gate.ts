import type { RoomView } from '../../shared/room/room-view';
import { roomViewSchema } from '../../shared/room/room-view-schema';

/** Told how many of its parts a refused view had wrong, and which kinds of wrong; never a word of it. */
export type OnRefused = (issues: number, codes: readonly string[]) => void;

/**
 * The last check before the wall: a view with exactly the keys the room may know passes as it is; any other is refused, not
 * stripped, and the last good one stays (S1). Null until there has been a good one.
 */
export function roomGate(onRefused: OnRefused): (view: RoomView) => RoomView | null {
  let passed: { readonly text: string; readonly view: RoomView } | null = null;
  let refused = '';
  return (view) => {
    const text = JSON.stringify(view);
    if (text === passed?.text) return passed.view;
    const parsed = roomViewSchema.safeParse(view);
    if (parsed.success) passed = { text, view };
    else if (text !== refused) {
      refused = text;
      onRefused(parsed.error.issues.length, [...new Set(parsed.error.issues.map(({ code }) => code))]);
    }
    return passed?.view ?? null;
  };
}
