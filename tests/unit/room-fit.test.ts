import { describe, expect, it } from 'vitest';
import { firstFitting, settings } from '../../renderer/room/fit';
import { planWindow } from '../../renderer/room/plan-window';
import type { PlanRow } from '../../shared/room/room-view';

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
    expect(tried.setting.scale).toBe(Math.min(...settings.map(({ scale }) => scale)));
  });
});

describe('the plan on the wall', () => {
  const rows = (count: number, done: number): PlanRow[] =>
    Array.from({ length: count }, (_, n) => ({
      at: `${n}:00`,
      title: `Item ${n}`,
      state: n < done ? 'done' : n === done ? 'now' : 'to-come',
    }));

  it('shows a short day whole', () => {
    expect(planWindow(rows(7, 3))).toEqual({ earlier: false, rows: rows(7, 3), later: false });
  });

  it('always shows now, one row before it, and says what is left out', () => {
    for (let done = 0; done <= 40; done += 1) {
      const all = rows(40, done);
      const { rows: shown, earlier, later } = planWindow(all);
      expect(shown).toHaveLength(7);
      expect(earlier).toBe(shown[0] !== all[0]);
      expect(later).toBe(shown[6] !== all[39]);
      if (done < 40) expect(shown.some((row) => row.state === 'now')).toBe(true);
      if (done > 0) expect(shown[0]?.state).toBe('done');
    }
  });
});
