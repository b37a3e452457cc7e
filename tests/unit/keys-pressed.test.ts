import { describe, expect, test } from 'vitest';
import { type ActionId, actions } from '../../renderer/console/keys/actions';
import { composes, keepComposingApart } from '../../renderer/console/keys/composing';
import { byEverywhere, byPlain, chordOf, stepOf } from '../../renderer/console/keys/meanings';
import { words } from '../../shared/content/en/interface/interface';
import type { Press } from '../../shared/session/policy/chords';
import cases from './cases/keys-pressed.json';

const press = (patch: Partial<Press>): Press => ({
  key: '',
  code: '',
  mod: false,
  other: false,
  alt: false,
  shift: false,
  altGr: false,
  ...patch,
});

function actionOf(pressed: Press): ActionId | null {
  const chord = chordOf(pressed);
  return byEverywhere.get(chord) ?? byPlain.get(chord) ?? null;
}

const named: Readonly<Record<string, ActionId>> = {
  blank: 'blank',
  settings: 'go-settings',
  'one minute more': 'add-minute',
};

describe('a key as other layouts send it', () => {
  test.each(cases.rows.filter(({ code }) => code !== undefined))(
    '$layout',
    ({ key, code = '', ctrl = false, action }) => {
      expect(actionOf(press({ key, code, mod: ctrl }))).toBe(named[action ?? '']);
    },
  );

  test.each<[string, Partial<Press>, ActionId | null]>([
    ['Russian, the B key', { key: 'и', code: 'KeyB' }, 'blank'],
    ['Greek, the H key', { key: 'η', code: 'KeyH' }, 'hold'],
    ['Hebrew, Ctrl with the K key', { key: 'ל', code: 'KeyK', mod: true }, 'palette'],
    ['Russian, Shift with the E key', { key: 'У', code: 'KeyE', shift: true }, 'end'],
    ['German, a clicker’s minus', { key: 'ß', code: 'Minus' }, 'take-minute'],
    ['French, the minus on the digit 6', { key: '-', code: 'Digit6' }, 'take-minute'],
    ['Dvorak, the full stop on the E key', { key: '.', code: 'KeyE' }, 'blank'],
    ['Dvorak, a clicker’s B', { key: 'x', code: 'KeyB' }, 'blank'],
    ['German, the Y that lies on the Z key, with Ctrl', { key: 'y', code: 'KeyZ', mod: true }, null],
    ['German, a sign on the digit 8 with AltGr', { key: '[', code: 'Digit8', altGr: true }, null],
    ['US, Shift with the slash', { key: '?', code: 'Slash', shift: true }, 'keys'],
    ['any, the number pad’s plus', { key: '+', code: 'NumpadAdd' }, 'add-minute'],
    ['any, Space', { key: ' ', code: 'Space' }, 'run'],
  ])('%s', (_, patch, action) => {
    expect(actionOf(press(patch))).toBe(action);
  });

  test('a step’s digit is taken by where it lies too', () => {
    expect(stepOf(chordOf(press({ key: 'é', code: 'Digit2' })))).toBe(1);
    expect(stepOf(chordOf(press({ key: 'ě', code: 'Digit2' })))).toBe(1);
    expect(stepOf(chordOf(press({ key: '"', code: 'Digit2', shift: true })))).toBe(-1);
  });

  test('every sign of the table is reached on a US keyboard by itself', () => {
    for (const [chord, id] of byPlain) {
      if (chord.length === 1) expect(actionOf(press({ key: chord })), words.shell.action[id]).toBe(id);
    }
    expect(actions.blank.keys).toContain('.');
  });
});

describe('a key of an input method', () => {
  const method = cases.rows.filter(({ isComposing }) => isComposing);

  test.each([...method, { layout: 'the number alone says so', key: 'Enter', keyCode: 229, isComposing: false }])(
    '$layout',
    ({ key, keyCode = 0, isComposing = false }) => {
      const target = new EventTarget();
      keepComposingApart(target as Window);
      const heard: string[] = [];
      for (const capture of [true, false]) target.addEventListener('keydown', () => heard.push(key), capture);
      target.dispatchEvent(Object.assign(new Event('keydown'), { key, keyCode, isComposing }));
      expect(heard).toEqual([]);
      target.dispatchEvent(Object.assign(new Event('keydown'), { key, keyCode: 13, isComposing: false }));
      expect(heard).toEqual([key, key]);
    },
  );

  test('there are such rows, and another key is none', () => {
    expect(method.length).toBe(2);
    expect(composes({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});
