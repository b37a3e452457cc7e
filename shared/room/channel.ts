/** The room page's channels. Views come out; only the clock handshake and a heartbeat go in. */
export const roomChannels = {
  view: 'room/view',
  clockMoved: 'room/clock-moved',
  askClock: 'room/ask-clock',
  beat: 'room/beat',
} as const;
