import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, safeName } from '../../electron/export/file-names';
import { versions } from '../../shared/couple/summary/version';
import { emptySession, type Session } from '../../shared/session/state/session';
import { aRetreat } from '../make';

const hostile = [
  'CON',
  '../..',
  'a/b\\c',
  'LPT1.txt',
  '. .',
  '\u202egnp',
  'Zoe\u0308',
  '<script>',
  '=cmd',
  'a\r\nb',
  '👩‍👩‍👧',
  '李',
  'Łukasz',
  '',
];
const anyName = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 200 }));

const partner = (name: string) => ({ name, present: true });

const sessionOf = (A: string, B: string, byCouple: boolean): Session => ({
  ...emptySession,
  retreat: aRetreat('evening', {
    couples: [{ id: 'c1', seat: 7, A: partner(A), B: partner(B), status: 'present', leftOn: null, timeout: null }],
  }),
  takeHome: {
    ...emptySession.takeHome,
    batch: {
      at: 0,
      paper: 'A4',
      encrypted: false,
      phrases: {},
      place: '/files',
      folder: '2026-03-07',
      byCouple,
      id: 'batch',
      retreat: 'r1',
      since: null,
      copies: [],
    },
  },
});

describe('the name of a file', () => {
  it('is one that Windows, macOS and Linux all take, whatever a partner is called', () => {
    fc.assert(
      fc.property(anyName, anyName, fc.boolean(), (A, B, byCouple) => {
        const session = sessionOf(A, B, byCouple);
        const id = session.retreat?.couples[0]?.id ?? '';
        const files = versions.map((version) => fileOf(session, { id, version }, 'pdf'));
        expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(versions.length);
        for (const file of files) {
          const parts = file.split('/');
          expect(parts).toHaveLength(2);
          for (const part of parts) {
            expect(part).toMatch(/^seat-\d\d/);
            expect(part).not.toMatch(/[<>:"\\|?*\p{C}]|[. ]$/u);
            expect(Buffer.byteLength(part)).toBeLessThan(220);
          }
        }
      }),
    );
  });

  it('holds nobody’s name unless that was asked', () => {
    const named = (byCouple: boolean) => {
      const session = sessionOf('Ada', 'Bo', byCouple);
      return versions
        .map((version) => fileOf(session, { id: session.retreat?.couples[0]?.id ?? '', version }, 'pdf'))
        .join();
    };
    expect(named(false)).not.toMatch(/Ada|Bo/);
    expect(named(true)).toContain('A Ada.pdf');
    expect(safeName('AUX. ')).toBe('AUX');
  });
});
