import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFitting, settings } from '../../renderer/room/fit';
import { helpTries } from '../../renderer/room/help-fit';
import { picturesOf, rowNow, shownPicture } from '../../renderer/room/plan-pictures';
import { content } from '../../shared/content/en/content';
import { room as words } from '../../shared/content/en/interface/room';
import type { PlanRow } from '../../shared/room/room-view';
import { helpCaps, wallCaps } from '../../shared/room/wall-constants';

describe('setting text to fit', () => {
  it('takes the largest size that fits, and breaks no word for it', () => {
    const tried = firstFitting(settings, ({ scale }) => scale <= 0.76);
    expect(tried).toEqual({ setting: { scale: 0.76, wrap: 'words' }, fits: true });
  });

  it('breaks a word only when it fits whole at no size, and is then as large as it can be', () => {
    const tried = firstFitting(settings, ({ scale, wrap }) => wrap === 'anywhere' && scale <= 0.94);
    expect(tried).toEqual({ setting: { scale: 0.94, wrap: 'anywhere' }, fits: true });
  });

  it('says so when nothing fits, with everything as small as it gets', () => {
    const tried = firstFitting(settings, () => false);
    expect(tried.fits).toBe(false);
    expect(tried.setting.scale).toBe(Math.min(...settings.flat().map(({ scale }) => scale)));
  });

  it('lays nothing out at ten sizes where the smallest does not fit', () => {
    let layouts = 0;
    firstFitting(settings, () => {
      layouts += 1;
      return false;
    });
    expect(layouts).toBeLessThan(20);
  });
});

describe('the help card', () => {
  const parts = (lines: number) => helpTries(lines).tries.flatMap(([way]) => way?.without ?? []);

  it('stands in two columns when it has many lines, or when one column does not hold them', () => {
    expect(helpTries(3).tries.map(([way]) => way?.dense ?? false)).toEqual([
      false,
      ...helpTries(4).tries.map(() => true),
    ]);
  });

  it('S22: leaves off no line to fit, and what was written only to save the lines', () => {
    for (const lines of [1, 4, 8]) {
      expect(new Set(parts(lines))).toEqual(new Set(['sentence']));
      const { rescue } = helpTries(lines);
      for (const way of rescue) expect(way[0]?.without).toEqual(['sentence', 'note']);
      expect(rescue.at(-1)?.[0]?.floor).toBeLessThan(0.5);
    }
  });

  it('promises nothing about lines that someone else may have put there', () => {
    expect(`${words.helpTitle} ${words.help}`).not.toMatch(/day|night|hour|free|answer/i);
  });

  it('comes with lines that may be written in Settings', () => {
    for (const { name, number, note } of content.helpLines) {
      expect(name.length).toBeLessThanOrEqual(helpCaps.name);
      expect(number.length).toBeLessThanOrEqual(helpCaps.number);
      expect(note.length).toBeLessThanOrEqual(helpCaps.note);
    }
  });
});

describe('the plan on the wall', () => {
  const rows = (count: number, done: number): PlanRow[] =>
    Array.from({ length: count }, (_, n) => ({
      at: `${n}:00`,
      title: `Item ${n}`,
      state: n < done ? 'done' : n === done ? 'now' : 'to-come',
    }));
  const heights = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: wallCaps.planRows });

  it('has every row of the day on one of its pictures, in order, in no more of them than it takes', () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: 90, max: 600 }), fc.constantFrom(1, 2), (all, capacity, columns) => {
        const pictures = picturesOf(all, capacity, columns);
        const stands = pictures.flat().flatMap(({ from, to }) => all.slice(from, to).map((_, n) => from + n));
        expect(stands).toEqual(all.map((_, n) => n));
        for (const picture of pictures) {
          expect(picture.length).toBeLessThanOrEqual(columns);
          for (const { from, to } of picture) {
            expect(all.slice(from, to).reduce((sum, height) => sum + height, 0)).toBeLessThanOrEqual(capacity);
          }
        }
        const sum = all.reduce((one, other) => one + other, 0);
        // A column that is not full is less than a row short of it.
        expect(pictures.length).toBeLessThanOrEqual(
          Math.ceil(Math.ceil(sum / (capacity - 89 > 0 ? capacity - 89 : 1)) / columns),
        );
      }),
    );
  });

  it('shares a long day out evenly', () => {
    const rows = (n: number) =>
      picturesOf(
        Array.from({ length: n }, () => 50),
        500,
        2,
      ).map((picture) => picture.map(({ from, to }) => to - from));
    expect(rows(8)).toEqual([[4, 4]]);
    expect(rows(20)).toEqual([[10, 10]]);
    expect(rows(26)).toEqual([
      [7, 7],
      [7, 5],
    ]);
  });

  it('shows the picture the day is at, and turned as often as there are pictures it has shown them all', () => {
    for (const count of [5, 26, 60, 120]) {
      const pictures = picturesOf(
        Array.from({ length: count }, () => 50),
        400,
        2,
      );
      for (let done = 0; done <= count; done += 1) {
        const now = rowNow(rows(count, done));
        expect(now).toBe(Math.min(done, count - 1));
        const shown = pictures.map((_, turned) => shownPicture(pictures, now, turned));
        expect(pictures[shown[0] ?? -1]?.some(({ from, to }) => from <= now && now < to)).toBe(true);
        expect(shown.toSorted((one, other) => one - other)).toEqual(pictures.map((_, n) => n));
        expect(shownPicture(pictures, now, pictures.length)).toBe(shown[0]);
      }
    }
  });

  it('is at what is on also when the day was entered in its middle, with nothing before it done', () => {
    const all = rows(28, 9).map((row) => (row.state === 'done' ? { ...row, state: 'to-come' as const } : row));
    expect(rowNow(all)).toBe(9);
  });
});
