/** Told of what somebody threw. */
export type OnBug = (error: unknown) => void;

/** Tells each listener in turn; one that throws is noted and keeps nobody else from hearing. */
export function tellEach<Told extends readonly unknown[]>(
  listeners: Iterable<(...told: Told) => void>,
  onBug: OnBug,
  ...told: Told
): void {
  for (const listener of [...listeners]) {
    try {
      listener(...told);
    } catch (error) {
      onBug(error);
    }
  }
}
