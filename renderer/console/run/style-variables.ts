import type { CSSProperties } from 'react';

/** Custom properties for a stylesheet to use; React's own type leaves them out. */
export function styleVariables(variables: Readonly<Record<`--${string}`, string | number>>): CSSProperties {
  return variables;
}
