import type { Staged } from '../../tests/rig/stage';
import { monotonicMs, type Region } from '../../tests/rig/x/wire';
import { desk, type Hall } from './hall';
import { floor, Running } from './subject';

const quietMs = 700;
const alphabet = 'the quick brown fox jumps over lazy dogs';

/** So many letters as they are typed, none the same as the one before: each changes the picture, wherever a field has scrolled to. */
export const lettersFrom = (times: number): string[] =>
  Array.from({ length: times }, (_, n) => alphabet[n % alphabet.length] ?? 'a').map((key) => (key === ' ' ? 'e' : key));

/** Milliseconds from a key to the first changed pixel of a region. */
export async function typed({ eye, keyboard }: Hall, key: string, region: Region): Promise<number> {
  let at = 0;
  const seen = await eye.firstChange(region, () => {
    at = monotonicMs();
    keyboard.press(key);
  });
  if (seen === null) throw new Error(`"${key}" was typed and nothing changed.`);
  return seen - at;
}

/** The floor of all that is typed: a field on a bare page. */
export class BareField {
  readonly #hall: Hall;
  readonly #running: Running;

  private constructor(hall: Hall, running: Running) {
    this.#hall = hall;
    this.#running = running;
  }

  static async start(ground: Staged, hall: Hall): Promise<BareField> {
    const started: { running?: Running } = {};
    await hall.eye.standsStill(desk, quietMs, () => {
      started.running = new Running(floor(ground, 'field'), hall.displays);
    });
    if (started.running === undefined) throw new Error('Nothing was started.');
    return new BareField(hall, started.running);
  }

  async typed(key: string): Promise<number> {
    return typed(this.#hall, key, desk);
  }

  async stop(): Promise<void> {
    await this.#running.stop('at once');
  }
}
