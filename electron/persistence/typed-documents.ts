const restMs = 300;
const longestMs = 800;

/** Documents that are being typed and not yet given to the library. */
export interface TypedDocuments<Body> {
  readonly hold: (body: Body) => void;
  /** Gives everything that waits to the library now. */
  readonly letGo: () => void;
  /** Gives one of them, if it waits. */
  readonly give: (id: string) => void;
  /** A couple that is removed: nothing of it may be saved after. */
  readonly drop: (id: string) => void;
}

/**
 * Holds a document back while keys follow each other: it goes to the library 300 ms after the last one and at most 800 ms after the
 * first, so that it is on disk within a second. It is held here and not in the page, whose process may die.
 */
export function typedDocuments<Body extends { readonly id: string }>(save: (body: Body) => void): TypedDocuments<Body> {
  const held = new Map<string, { readonly body: Body; readonly first: number; readonly timer: NodeJS.Timeout }>();

  function go(id: string): void {
    const one = held.get(id);
    if (one === undefined) return;
    clearTimeout(one.timer);
    held.delete(id);
    save(one.body);
  }

  return {
    hold: (body) => {
      const now = performance.now();
      const before = held.get(body.id);
      clearTimeout(before?.timer);
      const first = before?.first ?? now;
      const timer = setTimeout(() => go(body.id), Math.min(restMs, Math.max(0, first + longestMs - now)));
      held.set(body.id, { body, first, timer });
    },
    letGo: () => {
      for (const id of [...held.keys()]) go(id);
    },
    give: go,
    drop: (id) => {
      clearTimeout(held.get(id)?.timer);
      held.delete(id);
    },
  };
}
