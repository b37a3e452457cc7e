/** What Holdfast must say that no state shows, and why something is not saved yet. */
export const notices = {
  notice: {
    'older-restored': 'A damaged file was set aside, and its last good copy was opened. Check the last minutes.',
    'record-restored':
      'A damaged record of a couple was set aside, and its last good copy was opened. Check what was written in the last minutes.',
    'words-deleted':
      'What was written is deleted, older copies here included. What was handed out before is not reached.',
    'words-not-deleted':
      'What was written is gone from the record, but older copies on this disk could not be reached. Holdfast tries again at its next start.',
    'words-kept':
      'What was written is gone from the record, but the disk does not let Holdfast delete older copies of it just now. They are there until it says that all is deleted; it tries again by itself while it is open.',
    'document-damaged': 'A damaged file was set aside; it is kept, not deleted. No good copy of it was found.',
    'newer-schema': 'This was written by a newer Holdfast. It opens for reading only.',
    'couple-removed': 'The couple and everything kept about them is gone: record, notes and older copies.',
    'couple-deleted':
      'The couple and everything kept about them is gone. Answers: {{answers}}. Agreements: {{agreements}}. Practice: {{practice}}. Notes: {{notes}}. Older copies: {{copies}}. Retreats that named them: {{retreats}}.',
    'couple-kept':
      'Nothing was deleted, and the couple is where it was: the disk does not let Holdfast read or change every retreat that may name them just now. Try again when it does.',
    'swap-left-newer':
      'A and B have changed places, but not in a retreat that a newer Holdfast wrote and that names them, or may: there they are called as before. Update Holdfast here, then put their names right there.',
    'couple-left':
      'The couple is off this retreat’s roster and out of its older copies. What is kept about them stays: another retreat names them, or cannot be read just now and may.',
    'retreat-removed': 'The retreat and everything kept about its couples is gone, older copies included.',
    'retreat-removed-couples-stay':
      'The retreat is gone, older copies included. Couples that are in another retreat, or that you kept, stay.',
    'retreat-kept':
      'Nothing was deleted, and the retreat is on the list again: the disk does not let Holdfast read or delete all of it just now. Try again when it does.',
    'removal-unfinished':
      'The disk does not let go of something that was deleted. It is shown nowhere, and Holdfast tries again at its next start.',
    'not-brought-over':
      'The disk does not let Holdfast bring over all of a library that an earlier version left. What is missing is kept as it was; Holdfast tries again at its next start.',
    'retreat-unread': 'The disk does not let Holdfast read a retreat just now. It is kept as it is; try again later.',
    'document-unread':
      'The disk does not let Holdfast read everything just now. What it could not read is kept: it is set aside, never written over.',
    'retreat-missing': 'That retreat is not in the library any more.',
    'copy-set-aside':
      'A second copy of a document lay in the library, as sync tools leave them. It was set aside, and nothing was written over.',
    'run-damaged':
      'The record of the run that was open is damaged and was set aside. Its retreat is whole: open it and go on from the item you were at.',
    'run-overtaken':
      'The run that was still open is no longer offered: its retreat has gone on without it. Its times are kept.',
    'not-opened':
      'Something is on stage, so what was still being opened was left closed. Open it again once the stage is free.',
    'not-handed-over':
      'The disk would not note that the laptop is handed over, so it was not: after a crash nothing would have locked it. Try again.',
    'display-back': 'The room’s display is back, and the room with it.',
    'room-view-refused': 'Something was kept off the wall because it is not for the room. The wall stands as it was.',
    unknown: 'Something needs a look. Saved work is safe.',
  },
  saving: {
    'disk-full': 'the disk is full. What you typed is kept here and saved as soon as there is room.',
    'no-permission': 'Holdfast may not write to its folder. Check its permissions; it tries again by itself.',
    'folder-missing': 'the library’s folder is gone. Bring it back; it tries again by itself.',
    'too-many-files': 'the system has too many files open. Close other apps; it tries again by itself.',
    'disk-error': 'the disk reported an error. Keep this window open; it tries again by itself.',
    'rename-refused': 'another program holds the file. It tries again by itself.',
    'short-write': 'the disk took only part of it. The old file stands; it tries again by itself.',
    'lock-lost': 'another Holdfast took over the library. Close one of the two.',
    'wrong-shape': 'Holdfast refused to write something malformed. The last good version stands.',
    'newer-schema': 'it was written by a newer Holdfast and opens for reading only.',
    removed: 'it was removed.',
    closed: 'the library is closed.',
    unknown: 'the disk did not take it. It tries again by itself.',
  },
} as const;
