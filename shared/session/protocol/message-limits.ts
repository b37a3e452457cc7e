/** The most a message from a page may hold: parts (values at any depth), characters in all, and depth. */
export const parcelCaps = { parts: 4000, characters: 100_000, depth: 12 } as const;

/**
 * Whether what a page sent is plain data of a modest size. It stops at the first excess, so that a list of a million items
 * costs no more than one of a few thousand.
 */
export function isModest(value: unknown): boolean {
  let parts = 0;
  let characters = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    parts += 1;
    if (parts > parcelCaps.parts || next.depth > parcelCaps.depth) return false;
    const at = next.value;
    if (typeof at === 'string') characters += at.length;
    else if (typeof at === 'object' && at !== null) {
      const inside = insides(at);
      if (inside === null || inside.length + parts + waiting.length > parcelCaps.parts) return false;
      for (const one of inside) waiting.push({ value: one, depth: next.depth + 1 });
    } else if (typeof at === 'bigint' || typeof at === 'symbol' || typeof at === 'function') return false;
    if (characters > parcelCaps.characters) return false;
  }
  return true;
}

/** Everything directly inside, keys included, or null for what is neither a plain list nor a plain record. */
function insides(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value.length > parcelCaps.parts ? null : value;
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) return null;
  const inside: unknown[] = [];
  for (const [name, inner] of Object.entries(value)) {
    inside.push(name, inner);
    if (inside.length > parcelCaps.parts) return null;
  }
  return inside;
}
