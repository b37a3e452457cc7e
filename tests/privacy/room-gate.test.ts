import { describe, expect, it } from 'vitest';
import { gate, type OnRefused } from '../../electron/ipc/gate';
import type { RoomView } from '../../shared/room/room-view';
import { roomViewSchema } from '../../shared/room/room-view-schema';
import { roomView } from '../../shared/session/view/wall-view';
import { aBook, act, aSession } from '../make';

const roomGate = (onRefused: OnRefused) => gate(roomViewSchema, onRefused);
const good = roomView(aSession(), aBook);
const welcome = roomView(act(aSession(), { type: 'stage/show', show: 'welcome' }, 1), aBook);
const bad = (patch: object): RoomView => Object.assign(structuredClone(welcome), patch);

describe('the gate before the wall', () => {
  it('passes what the room may know, and the same view as the same object', () => {
    const pass = roomGate(() => undefined);
    expect(pass(good)).toBe(good);
    expect(pass(structuredClone(good))).toBe(good);
    expect(pass(welcome)).toBe(welcome);
  });

  it.each([
    ['a key more', { couple: 'Ada' }],
    ['a key more, deep inside', { scene: { kind: 'neutral', note: 'Ada' } }],
    ['a text longer than any wall text', { message: 'x'.repeat(141) }],
    ['another kind of scene', { scene: { kind: 'roster', names: ['Ada'] } }],
    ['a list where text belongs', { message: ['Ada'] }],
  ])('refuses %s, keeps the last good view, and says so once without a word of it', (_, patch) => {
    const told: unknown[][] = [];
    const pass = roomGate((...what) => told.push(what));
    pass(good);
    expect(pass(bad(patch))).toBe(good);
    expect(pass(bad(patch))).toBe(good);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('Ada');
    expect(pass(welcome)).toBe(welcome);
  });

  it('shows nothing at all before there was a good view', () => {
    expect(roomGate(() => undefined)(bad({ couple: 'Ada' }))).toBeUndefined();
  });
});
