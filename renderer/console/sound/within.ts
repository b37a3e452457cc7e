/** What is promised, or null when it fails or takes longer than `ms` milliseconds. */
export function within<T>(ms: number, promised: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), ms);
    promised.then(
      (value) => {
        clearTimeout(late);
        resolve(value);
      },
      () => {
        clearTimeout(late);
        resolve(null);
      },
    );
  });
}
