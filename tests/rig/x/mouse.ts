import { setTimeout as wait } from 'node:timers/promises';
import { words, XWire } from './wire';

const press = 4;
const release = 5;
const motion = 6;
const buttons = { left: 1, wheelUp: 4, wheelDown: 5 } as const;
/** How long a finger is on the button, and how soon a second click of a double-click comes. */
const clickMs = 40;

/** A point in the picture that all displays make together. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves and clicks as a person at the machine does: the server hands it to whichever window is under the pointer. */
export class Mouse {
  readonly #wire: XWire;
  readonly #opcode: number;

  private constructor(wire: XWire, opcode: number) {
    this.#wire = wire;
    this.#opcode = opcode;
  }

  static async open(displayName: string): Promise<Mouse> {
    const wire = await XWire.open(displayName);
    const { opcode } = await wire.extension('XTEST');
    return new Mouse(wire, opcode);
  }

  move({ x, y }: Point): void {
    this.#fake(motion, 0, { x, y });
  }

  async click(at: Point, times: 1 | 2 = 1): Promise<void> {
    this.move(at);
    for (let n = 0; n < times; n += 1) {
      await wait(clickMs);
      this.#fake(press, buttons.left);
      await wait(clickMs);
      this.#fake(release, buttons.left);
    }
  }

  /** Turns the wheel where the pointer is, so many notches towards the end (or, below zero, the beginning). */
  async wheel(notches: number): Promise<void> {
    const button = notches > 0 ? buttons.wheelDown : buttons.wheelUp;
    for (let n = 0; n < Math.abs(notches); n += 1) {
      this.#fake(press, button);
      this.#fake(release, button);
      await wait(clickMs);
    }
  }

  close(): void {
    this.#wire.close();
  }

  #fake(kind: number, detail: number, { x, y }: Point = { x: 0, y: 0 }): void {
    const place = (y << 16) | (x & 0xffff);
    this.#wire.send(this.#opcode, 2, Buffer.from([kind, detail, 0, 0]), words(0, 0, 0, 0, place >>> 0, 0, 0));
  }
}
