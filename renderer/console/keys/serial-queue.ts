/**
 * Does one piece of work after another, and resolves once it is done. Work that fails keeps none of what comes after it: a bug in one
 * action must not take every other key from whoever leads.
 */
export function serialQueue(): (work: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    last = last.catch(() => undefined).then(work);
    return last;
  };
}
