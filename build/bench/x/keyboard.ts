import { setTimeout as wait } from 'node:timers/promises';
import { words, XWire } from './wire';

const keysyms: Readonly<Record<string, number>> = {
  Return: 0xff0d,
  Escape: 0xff1b,
  PageUp: 0xff55,
  PageDown: 0xff56,
  Control: 0xffe3,
  Shift: 0xffe1,
};
const press = 2;
const release = 3;
/** Between two keys of a word: a fast typist. */
const typingMs = 15;

/** Presses keys as a person at the machine does: the server hands them to whichever window has the focus. */
export class Keyboard {
  readonly #wire: XWire;
  readonly #opcode: number;
  readonly #codes: ReadonlyMap<number, number>;

  private constructor(wire: XWire, opcode: number, codes: ReadonlyMap<number, number>) {
    this.#wire = wire;
    this.#opcode = opcode;
    this.#codes = codes;
  }

  static async open(displayName: string): Promise<Keyboard> {
    const wire = await XWire.open(displayName);
    const { opcode } = await wire.extension('XTEST');
    const [first, last] = wire.keycodes;
    const map = await wire.ask(101, 0, Buffer.from([first, last - first + 1, 0, 0]));
    const perKey = map.readUInt8(1);
    const codes = new Map<number, number>();
    for (let code = first; code <= last; code += 1) {
      codes.set(map.readUInt32LE(32 + (code - first) * perKey * 4), code);
    }
    return new Keyboard(wire, opcode, codes);
  }

  /** Presses a chord such as "n", "PageDown" or "Control+k". */
  press(chord: string): void {
    const codes = chord.split('+').map((key) => this.#codeOf(key));
    for (const code of codes) this.#fake(press, code);
    for (const code of codes.toReversed()) this.#fake(release, code);
  }

  /** Types lower-case words. */
  async type(text: string): Promise<void> {
    for (const letter of text) {
      this.press(letter);
      await wait(typingMs);
    }
  }

  close(): void {
    this.#wire.close();
  }

  #codeOf(key: string): number {
    const code = this.#codes.get(keysyms[key] ?? key.charCodeAt(0));
    if (code === undefined) throw new Error(`This keyboard has no "${key}".`);
    return code;
  }

  #fake(kind: number, code: number): void {
    this.#wire.send(this.#opcode, 2, Buffer.from([kind, code, 0, 0]), words(0, 0, 0, 0, 0, 0, 0));
  }
}
