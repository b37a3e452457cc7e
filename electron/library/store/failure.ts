/** Why the disk would not take or give a document; stable, so that the console can word each one. */
export type DiskCode =
  | 'disk-full'
  | 'no-permission'
  | 'folder-missing'
  | 'too-many-files'
  | 'disk-error'
  | 'rename-refused'
  | 'short-write'
  | 'lock-lost'
  | 'unknown';

/** Why a save did not happen. A disk code is tried again by itself; the others stand until something else is asked. */
export type SaveCode = DiskCode | 'wrong-shape' | 'newer-schema' | 'removed' | 'closed';

/** What the disk refused, thrown on. */
export class DiskRefused extends Error {
  readonly code: DiskCode;

  constructor(code: DiskCode) {
    super(code);
    this.code = code;
  }
}

const codes: Readonly<Record<string, DiskCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENODEV: 'folder-missing',
  ESTALE: 'folder-missing',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EIO: 'disk-error',
};

/** The system's own code of an error (`ENOENT`), or an empty string. */
export function errno(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The stable code for whatever the file system threw. */
export function diskCode(error: unknown): DiskCode {
  return error instanceof DiskRefused ? error.code : (codes[errno(error)] ?? 'unknown');
}
