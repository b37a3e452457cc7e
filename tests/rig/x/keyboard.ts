import { setTimeout as wait } from 'node:timers/promises';
import { words, XWire } from './wire';

const keysyms: Readonly<Record<string, number>> = {
  Return: 0xff0d,
  Enter: 0xff0d,
  '\n': 0xff0d,
  Escape: 0xff1b,
  Tab: 0xff09,
  Space: 0x20,
  Backspace: 0xff08,
  Delete: 0xffff,
  Home: 0xff50,
  End: 0xff57,
  Left: 0xff51,
  Up: 0xff52,
  Right: 0xff53,
  Down: 0xff54,
  PageUp: 0xff55,
  PageDown: 0xff56,
  Control: 0xffe3,
  Shift: 0xffe1,
  Alt: 0xffe9,
};
const functionKeys = 12;
const firstFunctionKey = 0xffbe;
const press = 2;
const release = 3;
/** Between two keys of a word: a fast typist. */
const typingMs = 15;

interface Key {
  readonly code: number;
  /** Whether it says this only together with Shift. */
  readonly shifted: boolean;
}

/** Presses keys as a person at the machine does: the server hands them to whichever window has the focus. */
export class Keyboard {
  readonly #wire: XWire;
  readonly #opcode: number;
  readonly #keys: ReadonlyMap<number, Key>;

  private constructor(wire: XWire, opcode: number, keys: ReadonlyMap<number, Key>) {
    this.#wire = wire;
    this.#opcode = opcode;
    this.#keys = keys;
  }

  static async open(displayName: string): Promise<Keyboard> {
    const wire = await XWire.open(displayName);
    const { opcode } = await wire.extension('XTEST');
    const [first, last] = wire.keycodes;
    const map = await wire.ask(101, 0, Buffer.from([first, last - first + 1, 0, 0]));
    const perKey = map.readUInt8(1);
    const keys = new Map<number, Key>();
    // What a key says by itself goes before what another one says with Shift.
    for (const column of [1, 0]) {
      for (let code = first; code <= last; code += 1) {
        const keysym = map.readUInt32LE(32 + ((code - first) * perKey + column) * 4);
        if (keysym !== 0) keys.set(keysym, { code, shifted: column === 1 });
      }
    }
    return new Keyboard(wire, opcode, keys);
  }

  /** Presses a chord such as "n", "PageDown", "Control+k" or "?"; refuses a key that this keyboard does not have. */
  press(chord: string): void {
    const keys = chord.split(/\+(?!$)/).map((name) => this.#keyOf(name));
    const shift = keys.some(({ shifted }) => shifted) ? [this.#keyOf('Shift').code] : [];
    const codes = [...new Set([...shift, ...keys.map(({ code }) => code)])];
    for (const code of codes) this.#fake(press, code);
    for (const code of codes.toReversed()) this.#fake(release, code);
  }

  /** Types words; refuses all of them when the keyboard lacks one letter. */
  async type(text: string): Promise<void> {
    for (const letter of text) this.#keyOf(letter);
    for (const letter of text) {
      this.press(letter);
      await wait(typingMs);
    }
  }

  close(): void {
    this.#wire.close();
  }

  #keyOf(name: string): Key {
    const key = this.#keys.get(keysymOf(name));
    if (key === undefined) throw new Error(`This keyboard has no "${name}".`);
    return key;
  }

  #fake(kind: number, code: number): void {
    this.#wire.send(this.#opcode, 2, Buffer.from([kind, code, 0, 0]), words(0, 0, 0, 0, 0, 0, 0));
  }
}

function keysymOf(name: string): number {
  const number = Number(/^F(\d+)$/.exec(name)?.[1]);
  if (number >= 1 && number <= functionKeys) return firstFunctionKey + number - 1;
  const [letter = '', ...more] = name;
  return keysyms[name] ?? (more.length === 0 ? (letter.codePointAt(0) ?? 0) : 0);
}
