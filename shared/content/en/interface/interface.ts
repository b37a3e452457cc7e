import { room } from './room';

/** All interface text, by namespace. A second language is a folder beside this one with the same shape. */
export const words = { room };
