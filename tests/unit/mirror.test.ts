import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canWait } from '../../renderer/console/mirror/connect';
import { arrived, asked, changed, changedQuietly, mirrorStore, roomFirstMs } from '../../renderer/console/mirror/store';
import { withKept } from '../../shared/session/view/console-changes';
import { consoleView } from '../../shared/session/view/console-view';
import { aBook, act, aSession } from '../make';

const before = consoleView(aSession(), aBook);
const after = consoleView(act(aSession(), { type: 'day/next' }, 0), aBook);

/** A mirror that is filled, and how often it was drawn since. */
function filled() {
  const store = mirrorStore();
  store.dispatch(arrived(before));
  let drawn = 0;
  store.subscribe(() => {
    drawn += 1;
  });
  return { store, drawn: () => drawn };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

it('knows a change of the wall at once, and draws it when the room has drawn', () => {
  const { store, drawn } = filled();
  store.dispatch(changedQuietly({ room: after.room, live: after.live }));
  store.dispatch(changedQuietly({ saving: after.saving }));
  expect(store.getState().view?.live).toBe(after.live);
  expect(store.getState().view?.room).toBe(after.room);
  vi.advanceTimersByTime(roomFirstMs - 1);
  expect(drawn()).toBe(0);
  vi.advanceTimersByTime(1);
  expect(drawn()).toBe(1);
});

it.each([
  ['what is asked in this window', asked({ what: 'end' })],
  ['what is not about the wall', changed({ discreet: true })],
])('draws all of it at once with %s', (_, action) => {
  const { store, drawn } = filled();
  store.dispatch(changedQuietly({ room: after.room }));
  store.dispatch(action);
  expect(drawn()).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(drawn()).toBe(1);
});

it('waits with what comes beside a change of the wall, and never with what hides names or rings', () => {
  const waits = canWait();
  expect(waits({ saving: after.saving })).toBe(false);
  expect(waits({ room: after.room, live: after.live })).toBe(true);
  expect(waits({ saving: after.saving })).toBe(true);
  expect(waits({ discreet: true })).toBe(false);
  expect(waits({ room: after.room, screens: after.screens })).toBe(false);
  const rings = { ...after.room, cue: { id: 7, cue: 'chime' as const, words: '' } };
  expect(waits({ room: rings })).toBe(false);
  expect(waits({ room: { ...rings, message: 'Water is by the door.' } }), 'it was heard').toBe(true);
  vi.advanceTimersByTime(roomFirstMs);
  expect(waits({ saving: after.saving })).toBe(false);
});

it('keeps the list of couples as it is while a batch comes on: what draws that alone is not drawn again', () => {
  const { store } = filled();
  const standing = { summary: 'ready', days: 'ready', questions: 'ready', lacks: [] } as const;
  const ready = { ada: { joint: standing, A: standing, B: standing } };
  // Which folder it goes to stands for all that a step of a batch changes.
  const told = (place: string) => structuredClone({ ...before.takeHome, ready, place });
  store.dispatch(changed({ takeHome: told('a') }));
  const first = store.getState().view?.takeHome;
  store.dispatch(changed({ takeHome: told('b') }));
  const second = store.getState().view?.takeHome;
  expect(second).toEqual(told('b'));
  expect(second?.ready).toBe(first?.ready);
});

it('puts what comes beside what is there: of what it knows nothing is copied, frozen or looked through', () => {
  const { store } = filled();
  const patch = { saving: structuredClone(after.saving), takeHome: structuredClone(before.takeHome) };
  store.dispatch(changed(patch));
  const { view } = store.getState();
  expect(view?.saving).toBe(patch.saving);
  expect(view?.takeHome).toBe(before.takeHome);
  expect([view, patch.saving].some(Object.isFrozen)).toBe(false);
});

it('says what came, whatever was there before', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (was, is) => {
      expect(withKept(was, is)).toEqual(is);
      expect(withKept(is, structuredClone(is))).toBe(is);
    }),
    { numRuns: 500 },
  );
});
