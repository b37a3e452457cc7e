import type { Live, RoomStatus } from '../../../shared/session/state/session';

/** Why the wall is not simply showing the step, most pressing first. */
const order = ['closed', 'lost', 'down', 'veiled', 'blank', 'help', 'held', 'frozen', 'message'] as const;
export type RoomState = (typeof order)[number];

/** Everything that stands between the step and the people, most pressing first; empty when the room is live. */
export function roomStates(live: Live, status: RoomStatus['state']): readonly RoomState[] {
  const is: Readonly<Record<RoomState, boolean>> = {
    closed: status === 'closed',
    lost: status === 'lost',
    down: status === 'down',
    veiled: live.veiled,
    blank: live.stage.blank,
    help: live.stage.help,
    held: live.stage.held,
    frozen: live.frozen !== null,
    message: live.stage.message !== null,
  };
  return order.filter((state) => is[state]);
}
