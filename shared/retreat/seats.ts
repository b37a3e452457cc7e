/** The highest number a seat can have. */
export const lastSeat = 999;

/** The seat a couple asks for; any will do where it is none. */
export type Wanted = number | null | undefined;

/**
 * Seats for couples who come, in their order: the one each asked for, else the lowest that is free. What is asked for must be free and
 * asked for once. They begin after the highest seat that is taken, where the numbers reach.
 */
export function seatsFor(taken: readonly number[], wanted: readonly Wanted[]): number[] {
  const used = new Set([...taken, ...wanted.filter((seat) => seat != null)]);
  let next = Math.max(0, ...taken);
  const free = (): number => {
    do next = next >= lastSeat ? 1 : next + 1;
    while (used.has(next));
    used.add(next);
    return next;
  };
  return wanted.map((seat) => seat ?? free());
}

/** The first seat that is asked for and cannot be had: it is taken, or asked for twice. Null where there is none. */
export function seatRefused(taken: readonly number[], wanted: readonly Wanted[]): number | null {
  const used = new Set(taken);
  for (const seat of wanted) {
    if (seat == null) continue;
    if (used.has(seat)) return seat;
    used.add(seat);
  }
  return null;
}
