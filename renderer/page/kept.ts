import type { Written } from './written';

/** What is kept in the browser of the one who writes, and only where they asked for it. */
export interface Kept {
  readonly read: () => Written | null;
  /** Whether the browser took it. */
  readonly write: (written: Written) => boolean;
  readonly forget: () => void;
}

export function keptBy(code: string): Kept {
  const key = `holdfast-page-${code}`;
  /** A browser may refuse a page that is a file any storage, by throwing. */
  const trying = <T>(what: () => T, otherwise: T): T => {
    try {
      return what();
    } catch {
      return otherwise;
    }
  };
  return {
    read: () =>
      trying(() => {
        const text = localStorage.getItem(key);
        return text === null ? null : (JSON.parse(text) as Written);
      }, null),
    write: (written) =>
      trying(() => {
        localStorage.setItem(key, JSON.stringify(written));
        return true;
      }, false),
    forget: () => trying(() => localStorage.removeItem(key), undefined),
  };
}
