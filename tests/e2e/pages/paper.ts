import { execFileSync } from 'node:child_process';

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page of a PDF as it reads: its size in points, and its words where they stand. */
export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text
    .replaceAll(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** Every page of a PDF. What reads it must find nothing to complain of. */
export function pagesOf(file: string): readonly PaperPage[] {
  const read = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  return read
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const words = [
        ...page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs),
      ].map(([, left, top, right, bottom, text = '']) => ({
        text: plain(text),
        left: Number(left),
        right: Number(right),
        top: Number(top),
        bottom: Number(bottom),
      }));
      return { width: Number(width), height: Number(height), words };
    });
}

/** Where it stands: how far its letters could reach says its face. */
export const middle = ({ top, bottom }: Word): number => (top + bottom) / 2;

/** What stands on a page above its foot, line by line as the eye has it: what is at one height is one line. */
export function linesOf({ words }: PaperPage, foot: number): readonly string[] {
  const lines: Word[][] = [];
  for (const word of words.filter((word) => middle(word) <= foot).sort((one, other) => middle(one) - middle(other))) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line !== undefined && first !== undefined && middle(word) - middle(first) < 4) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) =>
    line
      .sort((one, other) => one.left - other.left)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** How far down each page something is drawn above its foot, as a part of the way there. */
export function drawnTo(file: string, foot: number): readonly number[] {
  const pictures = execFileSync('pdftoppm', ['-r', '72', '-gray', file], { maxBuffer: 64 * 2 ** 20 });
  const ends: number[] = [];
  for (let at = 0; at < pictures.length; ) {
    const [head = '', width, height] = /^P5\s(\d+)\s(\d+)\s\d+\s/.exec(pictures.toString('latin1', at, at + 32)) ?? [];
    const [across, down, from] = [Number(width), Number(height), at + head.length];
    if (!(across * down > 0)) throw new Error('this is no picture');
    const rows = Array.from({ length: Math.floor(foot) }, (_, row) =>
      pictures.subarray(from + row * across, from + (row + 1) * across),
    );
    ends.push((rows.findLastIndex((row) => row.some((grey) => grey < 200)) + 1) / foot);
    at = from + across * down;
  }
  return ends;
}
