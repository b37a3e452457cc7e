/** A couple's page as a file: what is due, what happened, what is next; and the file as a whole, put away or deleted. */
export const file = {
  /** Which couples All couples lists. */
  among: { label: 'Which couples', current: 'All', due: 'Something due', archived: 'Archived' },
  amongNone: {
    current: 'Every couple is archived',
    currentText: 'They are under Archived, and come back with one action.',
    due: 'Nothing is due',
    dueText: 'What a couple wants to look at again stands here from that day on.',
    archived: 'No couple is archived',
    archivedText: 'Archive a couple on its page: it is out of the way, and nothing of it is lost.',
  },
  notFound: 'No couple here has that name.',
  review: '{{clause}}, to be looked at again since {{date}}',
  due: 'Due',
  dueSince: 'to be looked at again since {{date}}',
  goTo: 'Show it',
  more: 'This couple’s file',
  archive: 'Archive',
  archived: 'Archived on {{date}}. All of it is kept.',
  bringBack: 'Bring back',
} as const;
