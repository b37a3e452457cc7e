import { PNG } from 'pngjs';
import { type ConsolePage, consoleOf } from '../e2e/pages/console-page';
import { RoomPage } from '../e2e/pages/room-page';
import { settled } from '../e2e/pages/screen-facts';
import { Time } from '../e2e/pages/time';
import { type App, launchApp } from '../rig/app';
import { Displays, type Mode, type Output } from '../rig/displays';
import { makeUserFolder, type Staged, stageApp, unstage } from '../rig/stage';
import { Keyboard } from '../rig/x/keyboard';
import { Mouse, type Point } from '../rig/x/mouse';

export type WindowName = 'console' | 'room';

const outputs: readonly Output[] = ['DUMMY0', 'DUMMY1', 'DUMMY2'];
export const mostDisplays = outputs.length;

/** How often a picture is taken again because something moved since the one before: digits, a breath. */
const mostLooks = 6;

/** Until a key is on its way from the X server to a page, and how long a page that draws nothing is waited for, in milliseconds. */
const atOnceMs = 60;
const restMs = 1_000;

interface Opened {
  readonly app: App;
  readonly desk: ConsolePage;
  readonly time: Time;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A hall to walk in: displays, hands and eyes at their X server, and Holdfast, which starts when somebody first asks for it. */
export class Hall {
  readonly displays: Displays;
  readonly keyboard: Keyboard;
  readonly mouse: Mouse;
  readonly #staged: Staged;
  readonly #userData = makeUserFolder();
  #plugged: Output[] = ['DUMMY0'];
  #opened: Opened | null = null;
  #told = 0;

  private constructor(displays: Displays, keyboard: Keyboard, mouse: Mouse, staged: Staged) {
    this.displays = displays;
    this.keyboard = keyboard;
    this.mouse = mouse;
    this.#staged = staged;
  }

  static async open(): Promise<Hall> {
    const staged = stageApp();
    const displays = await Displays.start();
    return new Hall(displays, await Keyboard.open(displays.name), await Mouse.open(displays.name), staged);
  }

  /** Sets the displays up side by side, the first one the laptop's. */
  arrange(modes: readonly Mode[]): void {
    const [first = '1280x800', ...others] = modes;
    this.displays.reset(first);
    this.#plugged = ['DUMMY0'];
    for (const mode of others) this.plug(mode, 'right');
  }

  /** Plugs one more display in, right of the last one or showing the same as the first; refuses when all outputs are taken. */
  plug(mode: Mode, where: 'right' | 'same'): void {
    const output = outputs.find((it) => !this.#plugged.includes(it));
    const last = this.#plugged.at(-1);
    if (output === undefined || last === undefined) throw new Error(`There are ${mostDisplays} outputs, all in use.`);
    this.displays.plug(output, mode, where === 'right' ? { rightOf: last } : { sameAs: 'DUMMY0' });
    this.#plugged.push(output);
  }

  /** Pulls the cable of the display plugged in last; refuses to leave none. */
  unplug(): void {
    const last = this.#plugged.at(-1);
    if (last === undefined || last === 'DUMMY0') throw new Error('Only the laptop’s own display is left.');
    this.displays.unplug(last);
    this.#plugged.pop();
  }

  /** The running Holdfast; starts it, on what was saved before, when none runs. */
  async opened(): Promise<Opened> {
    if (this.#opened?.app.running) return this.#opened;
    const app = await launchApp(this.#staged, this.displays, { userData: this.#userData });
    this.#told = 0;
    this.#opened = { app, desk: await consoleOf(app), time: new Time(app) };
    return this.#opened;
  }

  /** Ends Holdfast: as a power cut would, or as a person does. */
  async close(how: 'kill' | 'quit'): Promise<void> {
    const app = this.#opened?.app;
    await (how === 'kill' ? app?.kill9() : app?.close());
  }

  /** The room; refuses while it is not open. */
  async room(): Promise<RoomPage> {
    const page = (await this.opened()).app.roomNow();
    if (page === undefined) throw new Error('The room is not open.');
    return new RoomPage(page);
  }

  /** Waits until every window has drawn what was pressed so far: keys and clicks come to it by way of the X server. */
  async rest(): Promise<void> {
    const windows = this.#opened?.app.running ? this.#opened.app.electron.windows() : [];
    await new Promise((resolve) => setTimeout(resolve, atOnceMs));
    const drawn = windows.map((page) =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))),
    );
    const late = new Promise((resolve) => setTimeout(resolve, restMs));
    await Promise.race([Promise.allSettled(drawn), late]);
  }

  /** What the windows and the main process complained of since it was last asked. */
  newProblems(): string[] {
    const all = this.#opened?.app.problems() ?? [];
    const fresh = all.slice(this.#told);
    this.#told = all.length;
    return fresh;
  }

  /** Where the inside of a window is on the displays, and how much its page is enlarged. */
  async inside(name: WindowName): Promise<Box & { readonly zoom: number }> {
    const { app } = await this.opened();
    const found = await app.electron.evaluate(({ BrowserWindow }, sought) => {
      const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith(`${sought}:`));
      return window === undefined
        ? null
        : { ...window.getContentBounds(), zoom: window.webContents.getZoomFactor(), seen: window.isVisible() };
    }, name);
    if (found === null || !found.seen) throw new Error(`The ${name} is not open.`);
    return found;
  }

  /** The window that lies uppermost at a point of the displays, null where there is none. */
  async uppermost({ x, y }: Point): Promise<WindowName | null> {
    const { app } = await this.opened();
    const windows = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((window) => window.isVisible())
        .map((window) => ({
          id: window.getNativeWindowHandle().readUInt32LE(),
          name: window.webContents.getURL().split(':', 1)[0] ?? '',
          bounds: window.getBounds(),
        })),
    );
    const found = this.displays.stacked().flatMap((id) => {
      const window = windows.find((it) => it.id === id);
      if (window === undefined) return [];
      const { bounds } = window;
      const isIn = (at: number, start: number, length: number) => at >= start && at < start + length;
      return isIn(x, bounds.x, bounds.width) && isIn(y, bounds.y, bounds.height) ? [window.name] : [];
    });
    const top = found.at(-1);
    return top === 'console' || top === 'room' ? top : null;
  }

  /** A photograph of what is on the displays, whole or where a window is, once nothing moves any more, or has moved for long. */
  async photograph(of: WindowName | 'all'): Promise<Buffer> {
    if (this.#opened?.app.running) for (const page of this.#opened.app.electron.windows()) await settled(page);
    let all = this.displays.photograph();
    for (let n = 0; n < mostLooks; n += 1) {
      const before = all;
      all = this.displays.photograph();
      if (all.equals(before)) break;
    }
    if (of === 'all') return all;
    const { x, y, width, height } = await this.inside(of);
    const from = PNG.sync.read(all);
    const right = Math.min(from.width, x + width);
    const bottom = Math.min(from.height, y + height);
    const to = new PNG({ width: right - x, height: bottom - y });
    PNG.bitblt(from, to, x, y, to.width, to.height, 0, 0);
    return PNG.sync.write(to);
  }

  /** Ends everything, and takes away what it had written. */
  async leave(): Promise<void> {
    await this.close('kill');
    this.keyboard.close();
    this.mouse.close();
    await this.displays.stop();
    unstage(this.#staged);
  }
}
