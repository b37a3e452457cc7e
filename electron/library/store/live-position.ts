import { type FileHandle, open, readFile, unlink } from 'node:fs/promises';
import { type Codec, plain } from '../codec/codec';

/** Where the live position was: milliseconds on the live clock and on the wall clock. */
export interface LivePosition {
  readonly live: number;
  readonly wall: number;
}

const slotBytes = 256;
/** Before its encoded bytes a slot says how many they are, in four digits. */
const lengthDigits = 4;
const firstSlotBytes = 64;

function slotText(count: number, position: LivePosition): string {
  const text = `${count} ${position.live} ${position.wall}`;
  return `${text} ${text.length}\n`;
}

type Slot = { readonly count: number; readonly position: LivePosition } | null;

function slotOf(text: string): Slot {
  const match = /^((\d+) (-?[\d.e+-]+) (-?[\d.e+-]+)) (\d+) *\n$/.exec(text);
  if (!match?.[1] || match[1].length !== Number(match[5])) return null;
  const position = { live: Number(match[3]), wall: Number(match[4]) };
  return Number.isFinite(position.live) && Number.isFinite(position.wall)
    ? { count: Number(match[2]), position }
    : null;
}

async function slotBytesOf(codec: Codec, count: number, position: LivePosition): Promise<Uint8Array | null> {
  const bytes = await codec.encode(Buffer.from(slotText(count, position), 'latin1'));
  if (bytes.length > slotBytes - lengthDigits) return null;
  const slot = Buffer.alloc(slotBytes);
  slot.write(String(bytes.length).padStart(lengthDigits, '0'), 'latin1');
  slot.set(bytes, lengthDigits);
  return slot;
}

async function readSlot(codec: Codec, slot: Buffer): Promise<Slot> {
  const length = Number(slot.toString('latin1', 0, lengthDigits));
  if (!(length > 0)) return null;
  const bytes = await codec.decode(slot.subarray(lengthDigits, lengthDigits + length)).catch(() => null);
  return bytes && slotOf(Buffer.from(bytes).toString('latin1'));
}

/** The last whole beat written to a file, or null; a beat torn by a crash gives way to the one before it. */
export async function lastLivePosition(file: string, codec = plain): Promise<LivePosition | null> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  // As the first Holdfast wrote them, plain.
  const first = [bytes.subarray(0, firstSlotBytes), bytes.subarray(firstSlotBytes)].map((slot) =>
    slotOf(slot.toString('latin1')),
  );
  const slots = [
    ...first,
    await readSlot(codec, bytes.subarray(0, slotBytes)),
    await readSlot(codec, bytes.subarray(slotBytes)),
  ];
  return slots.reduce((best, slot) => (slot && slot.count > (best?.count ?? -1) ? slot : best), null)?.position ?? null;
}

/** Keeps writing a beat; `stop` ends it, and `forget` also removes the file once nothing is left to go back to. */
export interface PositionWriter {
  readonly stop: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/**
 * Writes what `read` returns into two alternating slots of a file, every `everyMs` milliseconds, never synced: after a crash the
 * live position is known to that many milliseconds. A disk that will not take a beat, or a library that is not ours any more, is left
 * alone until the next.
 */
export function startPositionWriter(
  file: () => string,
  read: () => LivePosition,
  {
    everyMs = 500,
    isOurs = async () => true,
    codec = plain,
  }: { readonly everyMs?: number; readonly isOurs?: () => Promise<boolean>; readonly codec?: Codec } = {},
): PositionWriter {
  let handle: FileHandle | null = null;
  let opened = '';
  let count = 0;
  let beating: Promise<void> | null = null;

  async function drop(): Promise<void> {
    const old = handle;
    handle = null;
    await old?.close().catch(() => undefined);
  }

  async function beatOnce(): Promise<void> {
    try {
      if (!(await isOurs())) return;
      // The end of the run before takes the file away, perhaps a moment late: what is written to it then is nowhere.
      const gone = handle !== null && (await handle.stat()).nlink === 0;
      if (gone || opened !== file()) await drop();
      opened = file();
      handle ??= await open(opened, 'w', 0o600);
      count += 1;
      const slot = await slotBytesOf(codec, count, read());
      if (slot !== null) await handle.write(slot, 0, slotBytes, (count % 2) * slotBytes);
    } catch {
      await drop();
    }
  }

  function tick(): void {
    beating ??= beatOnce().finally(() => {
      beating = null;
    });
  }

  const timer = setInterval(tick, everyMs);
  timer.unref();
  tick();

  async function stop(): Promise<void> {
    clearInterval(timer);
    await beating;
    await drop();
  }
  return {
    stop,
    forget: async () => {
      await stop();
      await unlink(file()).catch(() => undefined);
    },
  };
}
