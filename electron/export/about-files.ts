import { aboutFiles } from '../../shared/couple/summary/about-files';
import type { Beside, Moment } from './maker';

/** With the mark and the ends of lines by which every editor of plain text knows it. */
const plainText = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);

/** The words that lie beside a couple's data (S23). */
export const aboutBeside = ({ source, words }: Moment): Beside => ({
  name: 'about-these-files.txt',
  bytes: plainText(aboutFiles(source, words)),
});
