import type { AgendaItem } from '../../retreat/retreat';
import type { Book } from './book';

/** What titles are looked up in: the book of the main process, or what the console has of the same language. */
export type TitleBook = Pick<Book, 'exercise' | 'talk' | 'titles'>;

/** What an item is called that nobody has given a title: by its exercise, its talk or its break, in the language of the book. */
function ownTitle({ kind, ref }: AgendaItem, { exercise, talk, titles }: TitleBook): string {
  const id = ref ?? '';
  switch (kind) {
    case 'exercise':
      return exercise(id)?.title ?? titles.timer;
    case 'talk':
      return talk(id)?.title ?? titles.timer;
    case 'break':
      return titles.breaks[id] ?? titles.break;
    case 'buffer':
      return titles.buffer;
  }
}

/** The public title of an agenda item: the one somebody wrote, or its own. */
export const publicTitle = (item: AgendaItem, book: TitleBook): string => item.title ?? ownTitle(item, book);

/** A title as a retreat keeps it: none where it says no more than the item's own, which goes with the language. */
export const keptTitle = (item: AgendaItem, title: string | null, book: TitleBook): string | null =>
  title === ownTitle(item, book) ? null : title;
