import { setTimeout as wait } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import { monotonicMs, type Region, words, XWire } from './wire';

v8.setFlagsFromString('--expose-gc');
/** This process would else collect its garbage when it likes, on the cores of those it measures. */
const collectGarbage = vm.runInNewContext('gc') as () => void;

interface Watch {
  readonly region: Region;
  readonly seen: Buffer;
  readonly changed: (at: number) => void;
}

/** After a large picture was fetched and before anything is timed, so that this process is at rest then. */
const restMs = 100;
const bytesPerPixel = 4;
const wholePicture = { x: 0, y: 0, width: 8192, height: 4320 };

/** Sees what an X server's displays show, and when it changes: the server tells of each drawing, and only what was drawn is fetched. */
export class Eye {
  readonly #wire: XWire;
  #watches: Watch[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(wire: XWire) {
    this.#wire = wire;
  }

  static async open(displayName: string): Promise<Eye> {
    const wire = await XWire.open(displayName);
    const damage = await wire.extension('DAMAGE');
    await wire.ask(damage.opcode, 0, words(1, 1));
    const eye = new Eye(wire);
    wire.onEvent((event, at) => {
      if ((event.readUInt8(0) & 0x7f) === damage.firstEvent) eye.#drawn(regionAt(event, 16), at);
    });
    // Level 0 reports every rectangle, right after it was drawn.
    wire.send(damage.opcode, 1, words(wire.newId(), wire.root, 0));
    return eye;
  }

  /** The moment at which the region first looks other than now; null when that takes longer than `patienceMs`. */
  async firstChange(region: Region, act: () => void, patienceMs = 2000): Promise<number | null> {
    return new Promise((resolve) => {
      void this.#begin(region, (at) => end(at)).then(async (watch) => {
        collectGarbage();
        await wait(restMs);
        const late = setTimeout(() => end(null), patienceMs);
        end = (at) => {
          clearTimeout(late);
          this.#end(watch);
          resolve(at);
        };
        act();
      });
      let end: (at: number | null) => void = () => undefined;
    });
  }

  /** Tells of each change of a region until the function returned is called. */
  async watch(region: Region, changed: (at: number) => void): Promise<() => void> {
    const watch = await this.#begin(region, changed);
    return () => this.#end(watch);
  }

  /**
   * Does `act`, waits until the region has changed and then stood still for `quietMs`, and returns when it last changed. Refuses a
   * region that shows nothing new, or does not come to rest, within `patienceMs`.
   */
  async standsStill(region: Region, quietMs: number, act: () => void, patienceMs = 30_000): Promise<number> {
    let last: number | null = null;
    const stop = await this.watch(region, (at) => {
      last = at;
    });
    act();
    const deadline = monotonicMs() + patienceMs;
    while (last === null || monotonicMs() - last < quietMs) {
      if (monotonicMs() > deadline) throw new Error(last === null ? 'Nothing was drawn.' : 'The picture never rests.');
      await wait(50);
    }
    stop();
    return last;
  }

  /** Whether nothing is drawn in a region: the server's own ground is black. */
  async isBare(region: Region): Promise<boolean> {
    const pixels = await this.#wire.picture(region);
    return pixels.every((byte, at) => byte === 0 || at % bytesPerPixel === bytesPerPixel - 1);
  }

  close(): void {
    this.#wire.close();
  }

  async #begin(region: Region, changed: (at: number) => void): Promise<Watch> {
    const watch = { region, seen: Buffer.from(await this.#wire.picture(region)), changed };
    this.#watches.push(watch);
    return watch;
  }

  #end(ended: Watch): void {
    this.#watches = this.#watches.filter((watch) => watch !== ended);
  }

  #drawn(area: Region, at: number): void {
    for (const watch of this.#watches) {
      const both = overlap(watch.region, overlap(area, wholePicture) ?? area);
      if (both === null) continue;
      this.#turn = this.#turn.then(async () => {
        if (!this.#watches.includes(watch)) return;
        if (takeOver(watch, both, await this.#wire.picture(both))) watch.changed(at);
      });
    }
  }
}

function regionAt(event: Buffer, at: number): Region {
  return {
    x: event.readInt16LE(at),
    y: event.readInt16LE(at + 2),
    width: event.readUInt16LE(at + 4),
    height: event.readUInt16LE(at + 6),
  };
}

function overlap(one: Region, other: Region): Region | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Copies fresh pixels into what was last seen of a region, and says whether any of them is new. */
function takeOver({ region, seen }: Watch, part: Region, pixels: Buffer): boolean {
  const bytes = part.width * bytesPerPixel;
  let isNew = false;
  for (let row = 0; row < part.height; row += 1) {
    const to = ((part.y - region.y + row) * region.width + part.x - region.x) * bytesPerPixel;
    const fresh = pixels.subarray(row * bytes, (row + 1) * bytes);
    if (seen.subarray(to, to + bytes).equals(fresh)) continue;
    isNew = true;
    fresh.copy(seen, to);
  }
  return isNew;
}
