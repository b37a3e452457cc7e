/** Why the last change is not saved. Each is worded in content. */
export const savingReasons = [
  'disk-full',
  'no-permission',
  'folder-missing',
  'too-many-files',
  'disk-error',
  'rename-refused',
  'short-write',
  'lock-lost',
  'wrong-shape',
  'newer-schema',
  'removed',
  'closed',
  'unknown',
] as const;
