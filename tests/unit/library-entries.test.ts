import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type DocumentKind, encodeDocument } from '../../electron/library/codec/document';
import { bytesOf, fits } from '../../electron/library/codec/entries';
import { entryLists } from '../../shared/couple/entry';
import { documentKinds } from '../../shared/session/documents/documents';
import { arbitraryOf } from '../arbitrary';
import { aHeld } from './library-kit';

const seen = vi.fn(() => true);
const entrySchema = z.strictObject({ id: z.string(), text: z.string(), tags: z.array(z.string()) }).refine(seen);
const lists = entryLists({ here: 300, there: 300 }, ['here', 'there']);
const shape = z
  .strictObject({ id: z.string(), here: z.array(entrySchema), there: z.array(z.strictObject({ id: z.string() })) })
  .refine(lists.together);
const kind: DocumentKind = { name: 'kept', folder: 'kept', schema: 1, shape, migrations: [], lists };

const entryOf = (n: number, text = `said ${n}`) => ({ id: `e${n}`, text, tags: ['a'] });
const body = () => ({ id: 'k', here: Array.from({ length: 200 }, (_, n) => entryOf(n)), there: [{ id: 'x' }] });

afterEach(() => void vi.restoreAllMocks());

describe('a document of many entries', () => {
  it('is checked and written out but for the entries that are as they were', () => {
    const first = body();
    seen.mockClear();
    expect(fits(kind, first)).toBe(true);
    expect(seen).toHaveBeenCalledTimes(200);
    seen.mockClear();
    const letter = entryOf(7, 'said a letter more');
    const next = { ...first, here: first.here.with(7, letter) };
    const write = vi.spyOn(JSON, 'stringify');
    expect(fits(kind, next)).toBe(true);
    const bytes = bytesOf(kind, next);
    const entries = new Set<unknown>(next.here);
    expect(write.mock.calls.filter(([what]) => entries.has(what))).toEqual([[letter]]);
    expect(seen).toHaveBeenCalledTimes(1);
    write.mockRestore();
    expect(bytes?.toString()).toBe(JSON.stringify(next));
  });

  it('has no entry written into that was checked', () => {
    const first = body();
    expect(fits(kind, first)).toBe(true);
    const [entry] = first.here;
    expect(() => Object.assign(entry ?? {}, { text: 'another' })).toThrow(TypeError);
    expect(() => entry?.tags.push('b')).toThrow(TypeError);
  });

  it.each<[string, (was: ReturnType<typeof body>) => unknown]>([
    ['an entry that is not of its shape', (was) => ({ ...was, here: [...was.here, { id: 'new', text: 1, tags: [] }] })],
    ['an entry from another of its lists', (was) => ({ ...was, there: [...was.there, was.here[0]], here: [] })],
    ['an entry twice', (was) => ({ ...was, here: [...was.here, was.here[0]] })],
    ['the id of another entry', (was) => ({ ...was, here: [...was.here, entryOf(3, 'a copy')] })],
    ['more than it may hold', (was) => ({ ...was, here: Array.from({ length: 301 }, (_, n) => entryOf(n)) })],
    ['a list that is none', (was) => ({ ...was, here: { 0: was.here[0] } })],
    ['a word that nobody knows', (was) => ({ ...was, more: 1 })],
    ['nothing of itself', (was) => was.here],
  ])('is refused with %s, however well the rest is known', (_, changed) => {
    const first = body();
    expect(fits(kind, first)).toBe(true);
    const next = changed(first);
    expect(shape.safeParse(next).success).toBe(false);
    expect(fits(kind, next)).toBe(false);
  });
});

describe.each(['record', 'charter', 'practice'] as const)('the %s of a couple', (name) => {
  const { lists: named, ...plain } = documentKinds[name];
  const whole = documentKinds[name] as DocumentKind;
  type Body = Record<string, readonly unknown[]>;

  it('is judged and written as if each of its entries were looked at each time', () => {
    const bodies = arbitraryOf(whole.shape) as fc.Arbitrary<Body>;
    const pick = fc.tuple(fc.constantFrom(...named.names), fc.constantFrom(...named.names), fc.nat(5));
    fc.assert(
      fc.property(bodies, bodies, fc.array(pick, { maxLength: 4 }), fc.jsonValue(), (first, other, picks, any) => {
        let present: Body = first;
        const judged = () => {
          expect(fits(whole, present)).toBe(whole.shape.safeParse(present).success);
          const held = aHeld(present, 3);
          const bytes = (of: DocumentKind): string => Buffer.from(encodeDocument(of, held)).toString();
          expect(bytes(whole)).toBe(bytes(plain as DocumentKind));
        };
        judged();
        for (const [into, from, at] of picks) {
          // An entry that is known, one that is not, or anything at all; in the list it is of or another.
          const [known, unknown] = [present[from]?.[at], other[from]?.[at]];
          const entry = known ?? unknown ?? any;
          present = { ...present, [into]: [...(present[into] ?? []), entry] };
          judged();
          present = { ...present, [into]: (present[into] ?? []).slice(at > 2 ? 1 : 0) };
          judged();
        }
      }),
      { numRuns: 40 },
    );
  });
});
