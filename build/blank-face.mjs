import { writeFileSync } from 'node:fs';

/**
 * A face whose letters all are one empty glyph: what stands in for a script while the face that has it is on its way, so that no
 * system's font is looked up in the meantime.
 *
 * The tables of OpenType 1.9 (https://learn.microsoft.com/typography/opentype/spec); `cmap` of format 13, "many to one".
 */

/** @typedef {{ first: number, last: number }} Range code points, both included */

/** What the face of the pages has: all that a further face may have. */
const standsIn = { first: 0x0370, last: 0x3ffff };

/** Units of an em; the one glyph is as wide as half of it. */
const em = 1000;

/** @param {(at: DataView) => void} write @param {number} size */
function table(size, write) {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}

/** @param {readonly Range[]} ranges in order, none over another */
const cmap = (ranges) =>
  table(12 + 16 + 12 * ranges.length, (to) => {
    to.setUint16(2, 1);
    to.setUint16(4, 3);
    to.setUint16(6, 10);
    to.setUint32(8, 12);
    to.setUint16(12, 13);
    to.setUint32(16, 16 + 12 * ranges.length);
    to.setUint32(24, ranges.length);
    for (const [at, { first, last }] of ranges.entries()) {
      to.setUint32(28 + 12 * at, first);
      to.setUint32(32 + 12 * at, last);
      to.setUint32(36 + 12 * at, 1);
    }
  });

const head = table(54, (to) => {
  to.setUint32(0, 0x00010000);
  to.setUint32(12, 0x5f0f3cf5);
  to.setUint16(18, em);
  to.setUint16(46, 8);
  to.setInt16(48, 2);
});

const hhea = table(36, (to) => {
  to.setUint32(0, 0x00010000);
  to.setInt16(4, 800);
  to.setInt16(6, -200);
  to.setUint16(10, em / 2);
  to.setUint16(34, 1);
});

const maxp = table(32, (to) => {
  to.setUint32(0, 0x00010000);
  to.setUint16(4, 2);
  to.setUint16(14, 1);
});

const os2 = table(96, (to) => {
  to.setUint16(0, 4);
  to.setInt16(2, em / 2);
  to.setUint16(4, 400);
  to.setUint16(6, 5);
  to.setUint16(64, 0xffff);
  to.setUint16(66, 0xffff);
  to.setInt16(68, 800);
  to.setInt16(70, -200);
  to.setUint16(74, 800);
  to.setUint16(76, 200);
});

const name = table(6, (to) => to.setUint16(4, 6));
const post = table(32, (to) => to.setUint32(0, 0x00030000));
/** Both glyphs as wide as the first, which alone has a width of its own. */
const hmtx = table(6, (to) => to.setUint16(0, em / 2));
/** Where each glyph begins: each is empty. */
const loca = table(6, () => undefined);
const glyf = table(1, () => undefined);

/** @param {Uint8Array} bytes */
function sumOf(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4)
    for (let byte = 0; byte < 4; byte += 1) sum += (bytes[at + byte] ?? 0) * 256 ** (3 - byte);
  return sum % 2 ** 32;
}

/**
 * The bytes of the face, as a file of OpenType.
 *
 * @param {readonly Range[]} ranges in order, none over another
 */
function blankFace(ranges) {
  const tables = Object.entries({ 'OS/2': os2, cmap: cmap(ranges), glyf, head, hhea, hmtx, loca, maxp, name, post });
  const padded = tables.map(([tag, bytes]) => ({ tag, bytes, size: 4 * Math.ceil(bytes.length / 4) }));
  const start = 12 + 16 * tables.length;
  const file = new Uint8Array(start + padded.reduce((sum, { size }) => sum + size, 0));
  const to = new DataView(file.buffer);
  const largest = 2 ** Math.floor(Math.log2(tables.length));
  to.setUint32(0, 0x00010000);
  to.setUint16(4, tables.length);
  to.setUint16(6, 16 * largest);
  to.setUint16(8, Math.log2(largest));
  to.setUint16(10, 16 * (tables.length - largest));
  let at = start;
  for (const [n, { tag, bytes, size }] of padded.entries()) {
    for (let letter = 0; letter < 4; letter += 1) to.setUint8(12 + 16 * n + letter, tag.charCodeAt(letter));
    to.setUint32(16 + 16 * n, sumOf(bytes));
    to.setUint32(20 + 16 * n, at);
    to.setUint32(24 + 16 * n, bytes.length);
    file.set(bytes, at);
    at += size;
  }
  const headAt = padded.findIndex(({ tag }) => tag === 'head');
  to.setUint32(to.getUint32(20 + 16 * headAt) + 8, (2 ** 32 + 0xb1b0afba - sumOf(file)) % 2 ** 32);
  return file;
}

// As a program it writes the one that pages have: `node build/blank-face.mjs renderer/blank.ttf`.
const target = process.argv[2];
if (target !== undefined) writeFileSync(target, blankFace([standsIn]));
