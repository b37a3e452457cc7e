import { PNG } from 'pngjs';

/** Turns what `xwd` prints for a 24-bit screen, packed or padded to 32 bits, into a PNG; refuses any other depth. */
export function readWindowDump(dump: Buffer): Buffer {
  const field = (index: number) => dump.readUInt32BE(index * 4);
  const headerSize = field(0);
  const width = field(4);
  const height = field(5);
  const bitsPerPixel = field(11);
  const bytesPerLine = field(12);
  const colours = field(19);
  if ((bitsPerPixel !== 32 && bitsPerPixel !== 24) || field(7) !== 0)
    throw new Error(`A dump of ${bitsPerPixel} bits a pixel cannot be read.`);
  const bytesPerPixel = bitsPerPixel / 8;
  // One colour map entry is 12 bytes; the pixels follow, blue first.
  const pixels = dump.subarray(headerSize + colours * 12);
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * bytesPerLine + x * bytesPerPixel;
      const to = (y * width + x) * 4;
      png.data[to] = pixels[from + 2] ?? 0;
      png.data[to + 1] = pixels[from + 1] ?? 0;
      png.data[to + 2] = pixels[from] ?? 0;
      png.data[to + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}
