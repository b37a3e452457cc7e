import { wallCaps } from '../room/wall-constants';

export const longestName = 60;
export const mostCouples = 60;
export const mostItems = wallCaps.planRows;
/** Minutes of an item. */
export const mostMinutes = 600;
/** Minutes by which an item may begin later or earlier than what is before it ends. */
export const mostShift = 600;
export const itemKinds = ['exercise', 'talk', 'break', 'buffer'] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * How an exercise is led: every step in full, its short form, or every step shortened by the same share to fit the planned minutes.
 */
export const forms = ['full', 'short', 'fitted'] as const;
export type Form = (typeof forms)[number];

export const statuses = ['present', 'late', 'paused', 'passed', 'left'] as const;
export type Status = (typeof statuses)[number];
