import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consequence, skipToggled } from '../../shared/retreat/consequence';
import { currentDay, type Day } from '../../shared/retreat/retreat';
import { momentOf, schedule } from '../../shared/retreat/schedule';
import { minuteMs } from '../../shared/room/timer';
import { aRetreat } from '../make';

const dayOf = (program: string): Day => {
  const day = currentDay(aRetreat(program));
  if (day === undefined) throw new Error('no day');
  return day;
};
const whole = dayOf('oneday');
const start = momentOf(whole.date, whole.start);
const planned = (day: Day) => schedule(day, start, null);
const ofSkipping = (day: Day, id: string) => consequence(day, skipToggled(day, id), id, planned);
const idOf = (day: Day, ref: string): string => day.items.find((item) => item.ref === ref)?.id ?? '';
const lunch = whole.items.find(({ ref }) => ref === 'lunch');

describe('what skipping does to the day', () => {
  it('moves lunch and the end, and names lunch and not the tea before it', () => {
    const { pause, end } = ofSkipping(whole, idOf(whole, 'clay-and-blueprint'));
    expect(pause?.item.id).toBe(lunch?.id);
    expect((pause?.to ?? 0) - (pause?.from ?? 0)).toBe(-24 * minuteMs);
    expect(end.to - end.from).toBe(-24 * minuteMs);
    expect(end.from).toBe(planned(whole).expectedEnd);
  });

  it('says of what comes after lunch what it does to the next break, or to the end alone', () => {
    const last = whole.items.findLast(({ kind }) => kind === 'exercise');
    expect(ofSkipping(whole, last?.id ?? '').pause).toBeNull();
    const skipped = { ...whole, items: whole.items.filter(({ kind }) => kind !== 'break') };
    expect(ofSkipping(skipped, idOf(whole, 'clay-and-blueprint')).pause).toBeNull();
  });

  it('says of lunch itself what it does to the break after it', () => {
    const { pause } = ofSkipping(whole, lunch?.id ?? '');
    expect(pause?.item.id).not.toBe(lunch?.id);
  });

  it('is taken back by doing it after all, whatever the day', () => {
    const days = ['evening', 'halfday', 'oneday', 'weekend'].map(dayOf);
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.nat(), fc.array(fc.nat(), { maxLength: 6 }), (day, n, others) => {
        const bent = others.reduce((at, other) => skipToggled(at, day.items[other % day.items.length]?.id ?? ''), day);
        const id = day.items[n % day.items.length]?.id ?? '';
        const [there, back] = [ofSkipping(bent, id), ofSkipping(skipToggled(bent, id), id)];
        expect([back.end.to, back.end.from]).toEqual([there.end.from, there.end.to]);
        expect(back.pause?.item.id).toBe(there.pause?.item.id);
        expect(back.pause?.to).toBe(there.pause?.from);
      }),
    );
  });
});
