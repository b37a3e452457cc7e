import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { content } from '../../shared/content/en/content';
import { loadLanguage } from '../../shared/content/language';
import { type Owner, owners, type Reader, readers } from '../../shared/couple/answer';
import type { Consents } from '../../shared/couple/consent';
import { type CoupleRecord, emptyRecord, withAnswer } from '../../shared/couple/record';
import { aboutFiles } from '../../shared/couple/summary/about-files';
import { summarySchema } from '../../shared/couple/summary/summary';
import { sectionIds, type Version, versions } from '../../shared/couple/summary/version';
import { sides } from '../../shared/room/wall';
import { aDevice } from '../make';
import { allYes, aSource, saidYes, summaryOf, summaryWords, takenBack, textOf } from '../summary-kit';

await loadLanguage('en');
interface Said {
  readonly owner: Owner;
  readonly reader: Reader;
}
const markOf = ({ owner, reader }: Said, n: number): string => `${owner}-${reader}-${n}`;

const recordOf = (said: readonly Said[], consents: Consents): CoupleRecord => ({
  ...said.reduce(
    (record, one, n) =>
      withAnswer(
        record,
        { retreat: 'r1', exercise: 'right-to-pass', field: `f${n}`, owner: one.owner },
        { value: { kind: 'text', text: markOf(one, n) }, asked: `Question ${n}`, reader: one.reader },
        { id: `a${n}`, at: n, device: aDevice },
      ),
    emptyRecord('c1'),
  ),
  consents: [...consents],
});

/** Who may have it in a file of theirs, by S9 to S11 written down the other way round. */
function stands(version: Version, { owner, reader }: Said): boolean {
  if (owner === 'facilitator') return false;
  if (owner === 'joint') return true;
  if (reader === 'only-i') return false;
  return version === owner || reader === 'partner';
}

describe('what a couple takes home', () => {
  it.each(versions)('%s: holds what its readers may have, and of all else no word', (version) => {
    const said = fc.array(fc.record({ owner: fc.constantFrom(...owners), reader: fc.constantFrom(...readers) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(said, (all) => {
        const made = textOf(summaryOf(aSource(recordOf(all, allYes)), version));
        for (const [n, one] of all.entries()) expect(made.includes(markOf(one, n))).toBe(stands(version, one));
      }),
    );
  });

  it('is a document of its schema, help and its words at the end included', () => {
    const { summary } = summaryOf(aSource(recordOf([{ owner: 'joint', reader: 'facilitator' }], allYes)), 'joint');
    expect(summarySchema.parse(summary)).toEqual(summary);
    expect(summary?.sections.map(({ id }) => id)).toEqual(['practised', 'ahead', 'help']);
    expect(summary?.lines[0]).toBe('For Ada and Bo');
    expect(summary?.closing.join()).toContain('educational');
    expect(JSON.stringify(summary?.sections.at(-1))).toContain('988');
    expect(JSON.stringify(summary)).toContain('April 7, 2026');
  });

  it('tells the days of the sixty to come each in a row, and what is set for another day in a line', () => {
    const plan = (record: CoupleRecord, date: string): CoupleRecord =>
      withAnswer(
        record,
        { retreat: 'r1', exercise: 'take-home-plan', field: `on-${date}`, owner: 'joint' },
        { value: { kind: 'date', date }, asked: `Walk, ${date.slice(5)}`, reader: 'facilitator' },
        { id: date, at: 1, device: aDevice },
      );
    const dates = ['2026-03-08', '2026-03-09', '2026-05-07', '2026-05-08', '2026-11-01'];
    const record = dates.reduce(plan, recordOf([{ owner: 'joint', reader: 'facilitator' }], allYes));
    const { summary } = summaryOf(aSource(record), 'joint');
    const ahead = summary?.sections.find(({ id }) => id === 'ahead');
    const [table, ...lines] = ahead?.groups.at(-1)?.items.at(-1)?.parts ?? [];
    expect(table?.kind === 'table' && table.rows.map(([day]) => day)).toEqual([
      'March 9, 2026',
      'April 7, 2026',
      'May 7, 2026',
      'May 7, 2026',
    ]);
    expect(lines).toEqual([
      { kind: 'paragraph', text: 'Set for an earlier day: March 8, 2026 (Walk, 03-08).' },
      { kind: 'paragraph', text: 'Later: May 8, 2026 (Walk, 05-08) and November 1, 2026 (Walk, 11-01).' },
    ]);
  });

  it('reads its sections in their order, each with words of its own', () => {
    const titles = sectionIds.map((id) => summaryWords().section(id).title);
    expect(new Set(titles).size).toBe(sectionIds.length);
  });

  it.each(sides)('holds nothing joint, and nothing of %s, without their yes to files', (side) => {
    const all = [
      { owner: 'joint', reader: 'facilitator' },
      { owner: 'A', reader: 'partner' },
      { owner: 'B', reader: 'partner' },
    ] as const;
    const other = side === 'A' ? 'B' : 'A';
    const consents = saidYes(
      ...sides.flatMap(
        (one) =>
          [
            [one, 'record', true],
            [one, 'export', one !== side],
          ] as const,
      ),
    );
    const source = aSource(recordOf(all, consents));
    for (const version of versions) {
      const made = summaryOf(source, version);
      expect(textOf(made)).not.toContain(`${side}-partner`);
      expect(textOf(made)).not.toContain('joint-');
      expect(made.leftOut).toContainEqual({ why: 'no-export', side });
    }
    expect(textOf(summaryOf(source, other))).toContain(`${other}-partner`);
  });

  it.each(sides)('holds no word of %s, and nothing joint, once they have taken the record back', (side) => {
    const all = [
      { owner: 'joint', reader: 'facilitator' },
      { owner: side, reader: 'partner' },
    ] as const;
    const consents = takenBack(allYes, side, 'record');
    for (const version of versions) {
      const made = summaryOf(aSource(recordOf(all, consents)), version);
      expect(made.summary).toBeNull();
      expect(made.leftOut).toContainEqual({ why: 'withheld', side });
    }
  });

  it('says to its owner alone how many answers they keep, and to the facilitator why they are not there', () => {
    const all = [
      { owner: 'A', reader: 'only-i' },
      { owner: 'A', reader: 'only-i' },
      { owner: 'A', reader: 'facilitator' },
      { owner: 'B', reader: 'partner' },
    ] as const;
    const source = aSource(recordOf(all, allYes));
    expect(textOf(summaryOf(source, 'A'))).toContain('Ada keeps 2 answers to themselves');
    expect(textOf(summaryOf(source, 'B'))).not.toContain('Ada keeps');
    expect(textOf(summaryOf(source, 'joint'))).not.toContain('Ada keeps');
    expect(summaryOf(source, 'joint').leftOut).toEqual([
      { why: 'only-i', what: 'answer', side: 'A', count: 2 },
      { why: 'not-shared', what: 'answer', side: 'A', count: 1 },
    ]);
  });

  it('names who helps against violence by a partner in the copy of one alone, never in one for both (S20)', () => {
    const record = recordOf([{ owner: 'joint', reader: 'facilitator' }], allYes);
    const source = aSource(record, { helpLines: content.helpLines });
    const [, lifeline, violence] = content.helpLines;
    for (const version of versions) {
      expect(textOf(summaryOf(source, version))).toContain(lifeline?.number);
      expect(textOf(summaryOf(source, version)).includes(violence?.number ?? '?')).toBe(version !== 'joint');
    }
  });

  it('hears nothing in the words of a line: what it is marked as is what counts (S20)', () => {
    const record = recordOf([{ owner: 'joint', reader: 'facilitator' }], allYes);
    const helpLines = [
      { name: 'A shelter for animals', number: '111', note: '', alone: false },
      { name: 'Thuis', number: '222', note: 'Dag en nacht.', alone: true },
    ];
    const source = aSource(record, { helpLines });
    const inFile = versions.map((version) =>
      ['111', '222'].filter((one) => textOf(summaryOf(source, version)).includes(one)),
    );
    expect(inFile).toEqual([['111'], ['111', '222'], ['111', '222']]);
    const about = aboutFiles(source, summaryWords()).join();
    expect([about.includes('111'), about.includes('222')]).toEqual([true, false]);
  });

  it('leaves out by hand an item or a section, and says how many', () => {
    const all = [
      { owner: 'joint', reader: 'facilitator' },
      { owner: 'joint', reader: 'facilitator' },
    ] as const;
    const source = aSource(recordOf(all, allYes));
    const one = summaryOf(source, 'joint', ['a0']);
    expect(textOf(one)).not.toContain('joint-facilitator-0');
    expect(textOf(one)).toContain('joint-facilitator-1');
    expect(one.leftOut).toEqual([{ why: 'by-hand', count: 1 }]);
    const none = summaryOf(source, 'joint', ['practised']);
    expect(none.summary).toBeNull();
    expect(none.leftOut).toEqual([{ why: 'by-hand', count: 2 }]);
  });

  it('takes up no field of a record that nobody has said whose it is', () => {
    const record = recordOf([{ owner: 'joint', reader: 'facilitator' }], allYes);
    const later = {
      ...record,
      whispers: [{ id: 'w', retreat: 'r1', at: 1, device: aDevice, text: 'canary' }],
      answers: record.answers.map((answer) => ({ ...answer, margin: 'canary' })),
    };
    for (const version of versions) expect(textOf(summaryOf(aSource(later), version))).not.toContain('canary');
  });
});
