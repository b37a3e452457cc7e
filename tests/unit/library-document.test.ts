import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type DocumentKind,
  decodeDocument,
  encodeDocument,
  type SavedDocument,
} from '../../electron/library/codec/document';

const anything: DocumentKind = { name: 'note', folder: 'couples', schema: 1, shape: z.unknown(), migrations: [] };
const strict: DocumentKind = {
  name: 'note',
  folder: 'couples',
  schema: 1,
  shape: z.strictObject({ name: z.string(), scores: z.record(z.string(), z.number()) }),
  migrations: [],
};
const held = (body: unknown): SavedDocument => ({
  id: 'c-1',
  generation: 7,
  device: 'laptop',
  from: { generation: 6, device: 'studio' },
  savedAt: '2026-11-23T10:00:00.000Z',
  body,
});
const bytesOf = (text: string) => Buffer.from(text, 'utf8');

describe('a document', () => {
  it('comes back as it went, whatever JSON it holds', () => {
    const json = fc.jsonValue({ stringUnit: 'binary' }).filter((value) => JSON.stringify(value) !== undefined);
    fc.assert(
      fc.property(json, (body) => {
        const decoded = decodeDocument(anything, encodeDocument(anything, held(body)));
        expect(decoded).toEqual({ ok: true, held: held(JSON.parse(JSON.stringify(body))) });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['a family of emoji', '👩‍👩‍👧‍👦'],
    ['half an emoji', '\ud83d'],
    ['right-to-left and bidi controls', 'שלום \u202e evil \u2066'],
    ['line separators', '\u2028\u2029\u0000\u001f'],
    ['both ways to write é', 'é e\u0301'],
    ['a name that is a key of every object', '__proto__'],
  ])('keeps %s', (_what, text) => {
    const body = { name: text, scores: {} };
    expect(decodeDocument(strict, encodeDocument(strict, held(body)))).toEqual({ ok: true, held: held(body) });
  });

  it('never yields another body when any one bit of it flips', () => {
    const body = { name: 'A \u00e9 quiet word 1e21', scores: { heard: 7, felt: 1e21 } };
    const bytes = encodeDocument(strict, held(body));
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const decoded = decodeDocument(strict, flipped);
      if (decoded.ok) expect(decoded.held, `bit ${bit}`).toEqual(held(body));
      else expect(decoded.code, `bit ${bit}`).toMatch(/^(unreadable|checksum)$/);
    }
  });

  it('never reads a shortened file', () => {
    const bytes = encodeDocument(strict, held({ name: 'A', scores: {} }));
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeDocument(strict, bytes.subarray(0, length))).toEqual({ ok: false, code: 'unreadable', held: null });
    }
  });

  it.each([
    ['bytes that are not text', Buffer.from([0xff, 0xfe, 0x80])],
    ['NULs', Buffer.alloc(200)],
    ['a bare list', bytesOf('[]')],
    ['another JSON file', bytesOf('{"name":"package"}')],
  ])('refuses %s', (_what, bytes) => {
    expect(decodeDocument(anything, bytes)).toEqual({ ok: false, code: 'unreadable', held: null });
  });

  it('tells a wrong kind, a wrong shape and a body edited by hand apart', () => {
    const good = encodeDocument(strict, held({ name: 'A', scores: {} }));
    expect(decodeDocument({ ...strict, name: 'retreat' }, good)).toMatchObject({ code: 'wrong-kind' });
    expect(decodeDocument(strict, encodeDocument(anything, held({ name: 3 })))).toMatchObject({ code: 'wrong-shape' });
    const edited = Buffer.from(good).toString().replace('"A"', '"B"');
    expect(decodeDocument(strict, bytesOf(edited))).toMatchObject({ code: 'checksum' });
    const added = `{"x":1,${Buffer.from(good).toString().slice(1)}`;
    expect(decodeDocument(strict, bytesOf(added))).toMatchObject({ code: 'checksum' });
  });

  it('leaves prototypes alone and refuses their keys', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const body: unknown = JSON.parse(`{"name":"A","scores":{},"${key}":{"polluted":true}}`);
      expect(decodeDocument(strict, encodeDocument(anything, held(body)))).toMatchObject({ code: 'wrong-shape' });
    }
    const inRecord: unknown = JSON.parse('{"name":"A","scores":{"__proto__":5}}');
    const decoded = decodeDocument(strict, encodeDocument(anything, held(inRecord)));
    if (decoded.ok)
      expect(Object.getPrototypeOf(z.object({ scores: z.unknown() }).parse(decoded.held.body).scores)).toBe(
        Object.prototype,
      );
    expect('polluted' in {}).toBe(false);
  });

  it('throws on a body that is not JSON, which is a bug', () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(() => encodeDocument(anything, held(undefined))).toThrow(TypeError);
    expect(() => encodeDocument(anything, held(circular))).toThrow(TypeError);
  });
});

describe('a schema', () => {
  const second: DocumentKind = {
    name: 'note',
    folder: 'couples',
    schema: 3,
    shape: z.strictObject({ names: z.array(z.string()), seat: z.int() }),
    migrations: [
      (body) => ({ names: [z.object({ name: z.string() }).parse(body).name] }),
      (body) => ({ ...z.object({ names: z.array(z.string()) }).parse(body), seat: 0 }),
    ],
  };
  const first: DocumentKind = { ...second, schema: 1, shape: z.unknown(), migrations: [] };

  it('is climbed step by step', () => {
    const decoded = decodeDocument(second, encodeDocument(first, held({ name: 'A' })));
    expect(decoded).toEqual({ ok: true, held: held({ names: ['A'], seat: 0 }) });
    const halfway = decodeDocument(second, encodeDocument({ ...first, schema: 2 }, held({ names: ['B'] })));
    expect(halfway).toEqual({ ok: true, held: held({ names: ['B'], seat: 0 }) });
  });

  it('refuses a body that was never of the schema it states', () => {
    expect(decodeDocument(second, encodeDocument(first, held(null)))).toMatchObject({ code: 'wrong-shape' });
  });

  it('from a later version is told from damage, with the body if it still fits', () => {
    const newer = { ...first, schema: 4 };
    const fits = { names: ['A'], seat: 2 };
    expect(decodeDocument(second, encodeDocument(newer, held(fits)))).toEqual({
      ok: false,
      code: 'newer-schema',
      held: held(fits),
    });
    const other = decodeDocument(second, encodeDocument(newer, held({ pair: [] })));
    expect(other).toEqual({ ok: false, code: 'newer-schema', held: null });
  });
});
