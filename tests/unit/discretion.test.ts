import { describe, expect, test } from 'vitest';
import { mirroring } from '../../electron/windows/rectangles';
import { exposure } from '../../shared/session/policy/discretion';
import type { DisplayInfo, Screens } from '../../shared/session/state/session';
import { emptySession } from '../../shared/session/state/session';
import { act, aDisplay, aSession } from '../make';

const laptop = aDisplay({ id: '1', internal: true });
const projector = aDisplay({ id: '2', label: 'Projector', console: false, meetsConsole: false, primary: false });
const screensOf = (displays: DisplayInfo[], patch: Partial<Screens> = {}): Screens => ({
  ...emptySession.screens,
  displays,
  ...patch,
});
const onProjector = { wanted: { open: true, displayId: '2', windowed: false } };

describe('whether the room may see the console', () => {
  const seen = (screens: Screens) => exposure({ screens, settings: emptySession.settings });

  test('apart from each other it may not', () => {
    expect(seen(screensOf([laptop, projector], onProjector))).toBeNull();
  });

  test('a corner of the console on the room’s display is enough', () => {
    expect(seen(screensOf([laptop, { ...projector, meetsConsole: true }], onProjector))).toBe('on-room-display');
  });

  test('on the remembered display it may even while the room is closed', () => {
    const { id, label, width, height, internal } = projector;
    const settings = { ...emptySession.settings, display: { id, label, width, height, internal } };
    const screens = screensOf([{ ...projector, console: true, meetsConsole: true }]);
    expect(exposure({ screens, settings })).toBe('on-room-display');
  });

  test('a window of the room beside the console on one display exposes nothing more', () => {
    expect(seen(screensOf([laptop], { wanted: { open: true, displayId: null, windowed: true } }))).toBeNull();
  });

  test.each([
    ['yes', 'mirrored'],
    ['maybe', 'maybe-mirrored'],
  ] as const)('mirrored: %s', (mirrored, is) => {
    expect(seen(screensOf([laptop, projector], { mirrored }))).toBe(is);
  });
});

describe('names and notes', () => {
  const shown = (mirrored: Screens['mirrored']) => ({ type: 'screens/changed' as const, screens: { mirrored } });

  test('hide when the room begins to see the console, and stay hidden when it no longer does', () => {
    const mirrored = act(aSession(), shown('yes'), 0);
    expect(mirrored.discreet).toBe(true);
    expect(act(mirrored, shown('no'), 1).discreet).toBe(true);
  });

  test('shown by a person while the room may see, they stay shown until something new happens', () => {
    const revealed = act(act(aSession(), shown('maybe'), 0), { type: 'console/discreet', on: false }, 1);
    expect(revealed.discreet).toBe(false);
    expect(act(revealed, { type: 'time/tick' }, 2).discreet).toBe(false);
    expect(act(revealed, shown('yes'), 3).discreet).toBe(true);
  });
});

describe('mirroring', () => {
  const one = { x: 0, y: 0, width: 1280, height: 800 };
  const other = { ...one, x: 1280 };

  test('is certain where two outputs have the very same bounds', () => {
    expect(mirroring([one, { ...one }], { hadMore: true, tellsMirrorsApart: true })).toBe('yes');
    expect(mirroring([one, other], { hadMore: true, tellsMirrorsApart: false })).toBe('no');
  });

  test('may be where one of several is left and the system shows mirrors as one', () => {
    expect(mirroring([one], { hadMore: true, tellsMirrorsApart: false })).toBe('maybe');
    expect(mirroring([one], { hadMore: true, tellsMirrorsApart: true })).toBe('no');
    expect(mirroring([one], { hadMore: false, tellsMirrorsApart: false })).toBe('no');
  });
});
