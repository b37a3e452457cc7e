/** Who may touch a library's files when: saves side by side, deletions one after another, and neither while it changes place. */
export interface WriteGate {
  /** Runs one document's write, after a halt if there is one. */
  readonly write: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs a deletion or a move, one at a time: nothing is copied to a new place while it is deleted in the old one. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves once no write is under way; until the function it gives is called none begins. */
  readonly halt: () => Promise<() => void>;
}

export function writeGate(): WriteGate {
  const going = new Set<Promise<unknown>>();
  let halted: Promise<void> = Promise.resolve();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    write: async (work) => {
      for (let seen: Promise<void> | null = null; seen !== halted; ) {
        seen = halted;
        await seen;
      }
      const writing = work();
      going.add(writing);
      try {
        return await writing;
      } finally {
        going.delete(writing);
      }
    },
    alone: (work) => {
      const done = turn.then(work);
      turn = done.catch(() => undefined);
      return done;
    },
    halt: async () => {
      let goOn = (): void => undefined;
      halted = new Promise((resolve) => {
        goOn = resolve;
      });
      await Promise.allSettled([...going]);
      return goOn;
    },
  };
}
