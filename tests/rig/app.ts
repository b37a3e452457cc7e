import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { asRoot, giveToUser, makeUserFolder, type Staged } from './stage';

export interface LaunchOptions {
  /** The folder the app keeps its data in; a new one when none is given. Give the same one twice to start again. */
  readonly userData?: string;
  readonly args?: readonly string[];
  /** What stands before the app on the command line. */
  readonly first?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const closeMs = 5_000;
const windowMs = 15_000;
const mainProcessFault = /Uncaught|UnhandledPromiseRejection|JavaScript error occurred in the main process|FATAL:/;

/** One running Holdfast: its main process, its windows, and everything that went wrong in them. */
export class App {
  readonly electron: ElectronApplication;
  readonly userData: string;
  /** What the main process printed, both streams. */
  output = '';
  readonly #problems: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #process: ChildProcess;

  constructor(electron: ElectronApplication, userData: string) {
    this.electron = electron;
    this.userData = userData;
    this.#process = electron.process();
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (bytes) => {
        this.output += String(bytes);
      });
    }
    for (const page of electron.windows()) this.#watch(page);
    electron.on('window', (page) => this.#watch(page));
  }

  /** The facilitator's window, once its page has loaded. */
  console(): Promise<Page> {
    return this.#window('console:');
  }

  /** The room's window, once its page has loaded. */
  room(): Promise<Page> {
    return this.#window('room:');
  }

  /** The window in a partner's hands, once its page has loaded. */
  handover(): Promise<Page> {
    return this.#window('handover:');
  }

  /** The room's window if it is there now. */
  roomNow(): Page | undefined {
    return this.electron.windows().find((page) => page.url().startsWith('room:'));
  }

  /** Says that a problem is part of the test: an error matching the pattern no longer fails it. */
  expectProblem(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Every page error, console error and main-process fault so far that no test expected. */
  problems(): string[] {
    const faults = this.output.split('\n').filter((line) => mainProcessFault.test(line));
    return [...this.#problems, ...faults].filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  get running(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** The types of the app's processes that run without Chromium's sandbox; empty is what we want. */
  async unsandboxed(): Promise<string[]> {
    const metrics = await this.electron.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, pid }) => ({ type, pid })),
    );
    return metrics.filter(({ type, pid }) => type === 'Tab' && !seccompFilters(pid)).map(({ type }) => type);
  }

  /** Ends the app as a power cut would: no handler runs, nothing is flushed. */
  async kill9(): Promise<void> {
    if (!this.running) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }

  /** Asks the app to quit, and ends it when it has not after five seconds. */
  async close(): Promise<void> {
    if (!this.running) return;
    const closed = this.electron.close().then(
      () => true,
      () => true,
    );
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), closeMs).unref());
    if (!(await Promise.race([closed, late]))) await this.kill9();
  }

  async #window(protocol: string): Promise<Page> {
    const deadline = Date.now() + windowMs;
    for (;;) {
      const page = this.electron.windows().find((candidate) => candidate.url().startsWith(protocol));
      if (page) {
        await page.waitForLoadState('load');
        return page;
      }
      if (!this.running) throw new Error(`The app ended before it showed a ${protocol} window:\n${this.output}`);
      if (Date.now() > deadline) throw new Error(`No ${protocol} window after ${windowMs} ms:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.#problems.push(`${page.url()}: ${error.stack || error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#problems.push(`${page.url()}: ${message.text()}`);
    });
  }
}

/** How Electron is started on the X display of that name: the switches and the surroundings, whatever the app. */
export function launchSetting(
  displays: { readonly name: string },
  userData: string,
): { readonly args: string[]; readonly env: Record<string, string> } {
  const home = join(userData, 'home');
  if (mkdirSync(home, { recursive: true }) !== undefined) giveToUser(home);
  const cookie = join(home, 'xauthority');
  const mayNeedCookie = displays.name === process.env.DISPLAY && process.env.XAUTHORITY;
  if (mayNeedCookie && existsSync(mayNeedCookie)) {
    copyFileSync(mayNeedCookie, cookie);
    giveToUser(cookie);
  }
  return {
    args: [
      ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []),
      `--user-data-dir=${userData}`,
      '--force-color-profile=srgb',
      '--disable-dev-shm-usage',
    ],
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: home,
      TMPDIR: home,
      XDG_RUNTIME_DIR: home,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      LANG: 'C.UTF-8',
      TZ: process.env.TZ ?? 'UTC',
      DISPLAY: displays.name,
      ...(mayNeedCookie && { XAUTHORITY: cookie }),
    },
  };
}

/** Starts the staged app on the X display of that name, sandboxed, as an unprivileged user when the rig is root. */
export async function launchApp(
  staged: Staged,
  displays: { readonly name: string },
  options: LaunchOptions = {},
): Promise<App> {
  const userData = options.userData ?? makeUserFolder();
  const { args, env } = launchSetting(displays, userData);
  const electron = await _electron.launch({
    executablePath: staged.program,
    // Without this Playwright itself would switch the sandbox off.
    chromiumSandbox: true,
    args: [...(options.first ?? []), staged.app, ...args, ...(options.args ?? [])],
    cwd: staged.app,
    env: { ...env, HOLDFAST_WATCHED: '1', ...options.env },
  });
  // A second start may be over already.
  await electron
    .evaluate(() => (globalThis as unknown as { holdfastWatched?: () => void }).holdfastWatched?.())
    .catch(() => undefined);
  return new App(electron, userData);
}

/**
 * Starts Holdfast once more on the same user data, and waits until that one has ended; its exit code. Playwright is left out of it:
 * a program that ends while it is being attached to makes it end the test's other programs now and then.
 */
export async function startAgain(
  staged: Staged,
  displays: { readonly name: string },
  userData: string,
): Promise<number | null> {
  const { args, env } = launchSetting(displays, userData);
  const second = spawn(staged.program, [staged.app, ...args], { cwd: staged.app, env, stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
}

/** Whether the kernel filters a process's system calls, which only Chromium's sandbox asks for. */
function seccompFilters(pid: number): boolean {
  const status = execFileSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8' });
  const uid = /^Uid:\t(\d+)/m.exec(status)?.[1];
  return /^Seccomp:\t2$/m.test(status) && !(asRoot && uid === '0');
}
