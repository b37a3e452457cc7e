/** Figures, or a gap left for them. */
const clockTime = /\p{N}|…|\.{3}|_{2,}|\[.*\]/u;

/** Whether a sentence names a time of day, or leaves a gap for one: a return without a time is waited for in fear. */
export const holdsClockTime = (sentence: string): boolean => clockTime.test(sentence);
