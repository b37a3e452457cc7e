import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/** One file of a zip, as it lies there. */
export interface ZipEntry {
  readonly name: string;
  /** Its checksum as anybody reads it; where it is 0, none tells what stands in the file. */
  readonly crc: number;
  /** 3 for AES-256. */
  readonly strength: number;
  /** What it says, by this phrase; throws by any other. */
  readonly open: (phrase: string) => Buffer;
}

const rounds = 1000;
const saltBytes = 16;
const keyBytes = 32;
const checkBytes = 2;
const macBytes = 10;
const blockBytes = 16;

/** AES in counter mode, the counter's lowest byte first. */
function counted(key: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const out = Buffer.from(bytes);
  for (let at = 0; at < out.length; at += blockBytes) {
    const counter = Buffer.alloc(blockBytes);
    counter.writeUInt32LE(at / blockBytes + 1);
    const pad = cipher.update(counter);
    for (let n = at; n < Math.min(at + blockBytes, out.length); n += 1) out[n] = (out[n] ?? 0) ^ (pad[n - at] ?? 0);
  }
  return out;
}

function opened(sealed: Buffer, phrase: string, method: number): Buffer {
  const salt = sealed.subarray(0, saltBytes);
  const keys = pbkdf2Sync(phrase, salt, rounds, 2 * keyBytes + checkBytes, 'sha1');
  const words = sealed.subarray(saltBytes + checkBytes, sealed.length - macBytes);
  const mac = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(words)
    .digest()
    .subarray(0, macBytes);
  const check = sealed.subarray(saltBytes, saltBytes + checkBytes);
  if (!check.equals(keys.subarray(2 * keyBytes)) || !mac.equals(sealed.subarray(sealed.length - macBytes)))
    throw new Error('that is not its phrase');
  const plain = counted(keys.subarray(0, keyBytes), words);
  return method === 0 ? plain : inflateRawSync(plain);
}

/** The files of a zip under WinZip's AES, read by nothing of what writes it. */
export function zipEntries(zip: Buffer): readonly ZipEntry[] {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < zip.readUInt16LE(end + 10); n += 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const extra = zip.subarray(at + 46 + (nameLength ?? 0), at + 46 + (nameLength ?? 0) + (extraLength ?? 0));
    const aes = extra.indexOf(Buffer.from([0x01, 0x99, 0x07, 0x00]));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const sealed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const method = aes < 0 ? -1 : extra.readUInt16LE(aes + 9);
    entries.push({
      name,
      crc: zip.readUInt32LE(at + 16),
      strength: aes < 0 ? 0 : extra.readUInt8(aes + 8),
      open: (phrase) => opened(sealed, phrase, method),
    });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return entries;
}
