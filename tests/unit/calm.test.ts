import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { calmly, calmMs } from '../../renderer/console/mirror/calm';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Something that changes, and how often it is drawn. */
function drawn() {
  const listeners = new Set<() => void>();
  const draw = vi.fn();
  const stop = calmly((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  })(draw);
  const change = () => listeners.forEach((listener) => void listener());
  return { change, draw, stop, listeners };
}

it('draws what changes a hundred times a second four times, and each change in time', () => {
  const { change, draw } = drawn();
  for (let n = 0; n < 100; n += 1) {
    change();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(calmMs);
  expect(draw).toHaveBeenCalledTimes(4);
  change();
  vi.advanceTimersByTime(calmMs);
  expect(draw).toHaveBeenCalledTimes(5);
  vi.advanceTimersByTime(10_000);
  expect(draw).toHaveBeenCalledTimes(5);
});

it('draws nothing once it is gone', () => {
  const { change, draw, stop, listeners } = drawn();
  change();
  stop();
  vi.advanceTimersByTime(calmMs);
  expect(draw).not.toHaveBeenCalled();
  expect(listeners.size).toBe(0);
});
