/** S16: a real timeout lasts at least 20 minutes and at most a day. */
export const shortestTimeoutS = 20 * 60;
export const longestTimeoutS = 24 * 60 * 60;
/** No other timer needs more than half a day; a cap keeps a slip of the finger harmless. */
export const longestStepS = 12 * 60 * 60;
