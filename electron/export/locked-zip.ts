import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { Beside } from './maker';

// In the main process there are no web workers.
configure({ useWebWorkers: false });

/** AES-256, the strongest there is of what every program for such files opens. Names stay readable in it: none says whose they are. */
const aes256 = { encryptionStrength: 3, zipCrypto: false } as const;

/** These files in one that opens by this phrase alone. */
export async function lockedZip(files: readonly Beside[], phrase: string): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password: phrase, ...aes256 });
  for (const { name, bytes } of files) await zip.add(name, new Uint8ArrayReader(bytes));
  return zip.close();
}
