import type { FormatName } from '../shared/couple/summary/formats';
import type { Copy } from '../shared/session/state/take-home';

/** These copies, each in all of these formats. */
export const wantedIn = (formats: readonly FormatName[], copies: readonly Copy[]) =>
  copies.map((copy) => ({ ...copy, formats: [...formats] }));
