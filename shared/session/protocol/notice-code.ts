/** What the main process has to say that no state shows. Each is worded in content. */
export const noticeCodes = [
  'older-restored',
  'document-damaged',
  'newer-schema',
  'couple-removed',
  'retreat-removed',
  'retreat-removed-couples-stay',
  'retreat-kept',
  'removal-unfinished',
  'retreat-unread',
  'document-unread',
  'retreat-missing',
  'copy-set-aside',
  'run-damaged',
  'run-overtaken',
  'not-opened',
  'display-back',
  'room-view-refused',
  'unknown',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];
