import type { TestHooks } from '../../../electron/test-hooks';
import type { App } from '../../rig/app';

/** The clocks of a running app, which a test moves instead of waiting. */
export class Time {
  readonly #app: App;
  #moved = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** What the app takes for the time of day, in epoch milliseconds. */
  now(): number {
    return Date.now() + this.#moved;
  }

  /** Sets the laptop's clock to an hour of today, so that an evening is one whenever the test runs. */
  async setHour(hour: number): Promise<void> {
    const by = new Date(this.now()).setHours(hour, 0, 5, 0) - this.now();
    this.#moved += by;
    await this.#app.electron.evaluate((_, ms) => {
      (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.jumpWall(ms);
    }, by);
  }

  /** Lets so many milliseconds pass at once. */
  async pass(ms: number): Promise<void> {
    this.#moved += ms;
    await this.#app.electron.evaluate((_, by) => {
      (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.advance(by);
    }, ms);
  }

  /** Lets time pass up to a moment in epoch milliseconds; one that is past changes nothing. */
  async passTo(moment: number): Promise<void> {
    await this.pass(Math.max(0, Math.round(moment - this.now())));
  }
}
