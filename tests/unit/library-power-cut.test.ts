import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durableWrite } from '../../electron/library/store/durable-write';
import { diskWithPowerCut, type Luck, noLuck } from './power-cut';

const file = '/library/live.json';

/** Saves one text after the other until the power is cut; the last text that was acknowledged, and the one that was under way. */
async function saveUntilCut(texts: readonly string[], cutBefore: number) {
  const cut = diskWithPowerCut(cutBefore);
  let acknowledged: string | null = null;
  for (const text of texts) {
    const saved = await durableWrite(file, Buffer.from(text), { disk: cut.disk, patienceMs: 0 });
    if (!saved.ok) return { cut, acknowledged, underWay: text };
    acknowledged = text;
  }
  return { cut, acknowledged, underWay: null };
}

const luck: fc.Arbitrary<Luck> = fc.record({
  names: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a power cut', () => {
  it('after a save was acknowledged leaves its bytes, although what was not synced is forgotten, renames included', async () => {
    for (const texts of [['first'], ['first', 'second'], ['first', 'second', 'third']]) {
      const { cut, acknowledged } = await saveUntilCut(texts, Number.POSITIVE_INFINITY);
      expect(acknowledged).toBe(texts.at(-1));
      expect(cut.after(file, noLuck)).toBe(acknowledged);
    }
  });

  it('at any moment leaves the acknowledged bytes or the next ones whole, whatever of the rest had reached the disk', async () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(40), luck, async (saves, cutBefore, chance) => {
        const { cut, acknowledged, underWay } = await saveUntilCut(saves, cutBefore);
        expect([acknowledged, ...(underWay === null ? [] : [underWay])]).toContain(cut.after(file, chance));
      }),
      { numRuns: 500 },
    );
  });

  it('is tried at every operation of the writer', async () => {
    const { cut } = await saveUntilCut(['one'], Number.POSITIVE_INFINITY);
    const moments = Array.from({ length: cut.done() + 1 }, (_, at) => at);
    const found = await Promise.all(
      moments.map(async (at) => (await saveUntilCut(['one'], at)).cut.after(file, noLuck)),
    );
    expect(found).toEqual(moments.map((at) => (at === cut.done() ? 'one' : null)));
  });
});
