import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** Part of the picture that all displays of an X server make together, in pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Extension {
  readonly opcode: number;
  readonly firstEvent: number;
}

/** Replies are 1 and errors 0; from 2 on it is an event. */
const firstEvent = 2;

/** Milliseconds on the monotonic clock that every process of this machine shares. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/**
 * A client of an X server, written on its wire: as much of the protocol as it takes to look at pixels and press keys from outside,
 * so that the same stopwatch stands beside our app, beside the floor, and beside a packaged build that lets nobody in.
 */
export class XWire {
  readonly root: number;
  readonly keycodes: readonly [number, number];
  readonly #socket: Socket;
  readonly #waiting: { readonly sequence: number; readonly answered: (reply: Buffer) => void }[] = [];
  #listener: (event: Buffer, at: number) => void = () => undefined;
  #rest: Buffer[];
  #restBytes = 0;
  #sequence = 0;
  #nextId: number;

  private constructor(socket: Socket, hello: Buffer) {
    const vendor = (hello.readUInt16LE(24) + 3) & ~3;
    const formats = hello.readUInt8(29) * 8;
    this.root = hello.readUInt32LE(40 + vendor + formats);
    this.keycodes = [hello.readUInt8(34), hello.readUInt8(35)];
    this.#nextId = hello.readUInt32LE(12);
    this.#socket = socket;
    this.#rest = [];
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
  }

  /** Connects to the server of that name (":1"); refuses one that wants a password. */
  static async open(name: string): Promise<XWire> {
    const socket = createConnection(`/tmp/.X11-unix/X${name.slice(1)}`);
    await once(socket, 'connect');
    const hello = Buffer.alloc(12);
    hello.write('l');
    hello.writeUInt16LE(11, 2);
    socket.write(hello);
    let said = Buffer.alloc(0);
    while (said.length < 8 || said.length < 8 + said.readUInt16LE(6) * 4) {
      const [bytes] = (await once(socket, 'data')) as [Buffer];
      said = Buffer.concat([said, bytes]);
    }
    if (said.readUInt8(0) !== 1) throw new Error(`The X server ${name} turned the bench away.`);
    return new XWire(socket, said);
  }

  /** Calls back for each event, with the moment it arrived. */
  onEvent(listener: (event: Buffer, at: number) => void): void {
    this.#listener = listener;
  }

  newId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  /** Sends a request; its length is filled in. */
  send(opcode: number, detail: number, ...fields: readonly Buffer[]): void {
    const body = Buffer.concat(fields);
    const head = Buffer.from([opcode, detail, 0, 0]);
    head.writeUInt16LE(1 + body.length / 4, 2);
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#socket.write(Buffer.concat([head, body]));
  }

  ask(opcode: number, detail: number, ...fields: readonly Buffer[]): Promise<Buffer> {
    this.send(opcode, detail, ...fields);
    const sequence = this.#sequence;
    return new Promise((answered) => this.#waiting.push({ sequence, answered }));
  }

  /** Refuses an extension the server does not have. */
  async extension(name: string): Promise<Extension> {
    const padded = Buffer.alloc((name.length + 3) & ~3);
    padded.write(name);
    const reply = await this.ask(98, 0, words(name.length), padded);
    if (reply.readUInt8(8) === 0) throw new Error(`The X server has no ${name} extension.`);
    return { opcode: reply.readUInt8(9), firstEvent: reply.readUInt8(10) };
  }

  /** The pixels of a region as they are now. */
  async picture({ x, y, width, height }: Region): Promise<Buffer> {
    const place = Buffer.alloc(8);
    for (const [at, value] of [x, y, width, height].entries()) place.writeUInt16LE(value, at * 2);
    const reply = await this.ask(73, 2, words(this.root), place, words(0xffffffff));
    return reply.subarray(32, 32 + width * height * 4);
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    const at = monotonicMs();
    this.#rest.push(bytes);
    this.#restBytes += bytes.length;
    while (this.#restBytes >= 32) {
      const first = this.#rest[0] ?? bytes;
      if (first.length < 32) this.#gather();
      const head = this.#rest[0] ?? bytes;
      const kind = head.readUInt8(0);
      const length = kind === 1 ? 32 + head.readUInt32LE(4) * 4 : 32;
      if (this.#restBytes < length) return;
      const all = this.#gather();
      this.#rest = [all.subarray(length)];
      this.#restBytes -= length;
      const message = all.subarray(0, length);
      if (kind >= firstEvent) this.#listener(message, at);
      else if (kind === 0) throw new Error(`X error ${message.readUInt8(1)} for request ${message.readUInt8(10)}.`);
      else this.#answer(message);
    }
  }

  /** A picture comes in a hundred pieces: they are joined once it is whole. */
  #gather(): Buffer {
    const [only] = this.#rest;
    const all = this.#rest.length === 1 && only !== undefined ? only : Buffer.concat(this.#rest);
    this.#rest = [all];
    return all;
  }

  #answer(reply: Buffer): void {
    const waiting = this.#waiting.shift();
    if (waiting?.sequence !== reply.readUInt16LE(2)) throw new Error('The X server answered out of turn.');
    waiting.answered(reply);
  }
}

/** 32-bit fields of a request. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
}
