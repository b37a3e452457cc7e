import type { TestHooks } from '../../../electron/app/test-hooks';
import { shownMs } from '../../../renderer/console/run/flips';
import { reading } from '../../../shared/room/stage';
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
    await this.setClock(new Date(this.now()).setHours(hour, 0, 5, 0) - this.now());
  }

  /** Someone, or the network, sets the laptop's clock by so many milliseconds. */
  async setClock(ms: number): Promise<void> {
    this.#moved += ms;
    await this.#app.electron.evaluate((_, by) => {
      (globalThis as unknown as { holdfastTest: TestHooks }).holdfastTest.jumpWall(by);
    }, ms);
  }

  /** The laptop sleeps so many milliseconds; as on Linux, its live clock stands still meanwhile. */
  async sleep(ms: number): Promise<void> {
    this.#moved += ms;
    await this.#app.electron.evaluate((_, by) => {
      const { holdfastTest } = globalThis as unknown as { holdfastTest: TestHooks };
      holdfastTest.suspend();
      holdfastTest.jumpWall(by);
      holdfastTest.resume();
    }, ms);
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

  /** Seconds that a clock on the step that is on should show now, by the main process's own count; null when nothing is on. */
  async dueSeconds(): Promise<number | null> {
    const { stage, now } = await this.#app.electron.evaluate(() => {
      const { holdfastTest } = globalThis as unknown as { holdfastTest: TestHooks };
      return { stage: holdfastTest.state().live.stage, now: holdfastTest.now() };
    });
    const at = reading(stage, now);
    return at === null ? null : Math.ceil(shownMs(at) / 1000);
  }
}
