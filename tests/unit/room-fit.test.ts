import { describe, expect, it } from 'vitest';
import { firstFitting, settings } from '../../renderer/room/fit';
import { helpTries } from '../../renderer/room/help-fit';
import { leftOutUpTo, planTries, planWindow, standsFrom } from '../../renderer/room/plan-window';
import { content } from '../../shared/content/en/content';
import { room as words } from '../../shared/content/en/interface/room';
import type { PlanRow } from '../../shared/room/room-view';
import { helpCaps } from '../../shared/room/wall';

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
    firstFitting(planTries(14), () => {
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
  /** What stands of a day when only so many rows fit. */
  const standing = (all: readonly PlanRow[], most: number): PlanRow[] =>
    planWindow(all).rows.filter((row) => most >= standsFrom(all, row));

  it('shows an evening and half a day whole', () => {
    for (const count of [7, 10, 14, 18]) {
      expect(planWindow(rows(count, 3))).toEqual({ earlier: false, rows: rows(count, 3), later: false });
    }
  });

  it('always shows now, one row before it, and says what is left out', () => {
    for (let done = 0; done <= 28; done += 1) {
      const all = rows(28, done);
      const { rows: shown, earlier, later } = planWindow(all);
      expect(shown).toHaveLength(14);
      expect(earlier).toBe(shown[0] !== all[0]);
      expect(later).toBe(shown[13] !== all[27]);
      if (done < 28) expect(shown.some((row) => row.state === 'now')).toBe(true);
      if (done > 0) expect(shown[0]?.state).toBe('done');
    }
  });

  it('shows now also when the day was entered in its middle, with nothing before it done', () => {
    for (let on = 0; on < 28; on += 1) {
      const all = rows(28, on).map((row) => (row.state === 'done' ? { ...row, state: 'to-come' as const } : row));
      for (const most of [14, 6, 2]) expect(planWindow(all, most).rows.map(({ state }) => state)).toContain('now');
    }
  });

  it('gives up rows where long titles leave no room, never the one that is on', () => {
    for (const count of [5, 12, 18, 28]) {
      for (let done = 0; done < count; done += 1) {
        const all = rows(count, done);
        for (const most of [14, 12, 10, 8, 6, 4, 2]) {
          const left = standing(all, most);
          const window = planWindow(all, most);
          expect(left).toEqual(window.rows);
          expect(left.some((row) => row.state === 'now')).toBe(true);
          for (const side of ['earlier', 'later'] as const) {
            expect(most <= leftOutUpTo(all, side)).toBe(window[side]);
          }
        }
      }
    }
  });

  it('stands in two columns from seven rows on', () => {
    const dense = (count: number) => planTries(count).map(([way]) => [way?.rows, way?.dense]);
    expect(dense(6).every(([, two]) => two === false)).toBe(true);
    expect(dense(7).slice(0, 8)).toEqual([
      [18, true],
      [14, true],
      [12, true],
      [10, true],
      [8, true],
      [6, false],
      [4, false],
      [2, false],
    ]);
  });
});
