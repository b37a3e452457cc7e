import { aboutFiles } from '../../shared/couple/summary/about-files';
import { sourceNow } from '../../shared/session/view/take-home-source';
import { type Beside, type Moment, NotMade } from './maker';

/** With the mark and the ends of lines by which every editor of plain text knows it. */
const plainText = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);

/** The words that lie beside a couple's data (S23). */
export function aboutBeside({ session, book, copy }: Moment): Beside {
  const now = sourceNow(session, book, copy.id);
  if (now === null) throw new NotMade('not-open');
  return { name: 'about-these-files.txt', bytes: plainText(aboutFiles(now.source, now.words)) };
}
