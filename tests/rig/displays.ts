import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { readWindowDump } from './window-dump';

/** The sizes a display of the rig can have. */
export type Mode = keyof typeof modes;

export const isMode = (name: string): name is Mode => Object.hasOwn(modes, name);

/** Every size there is, smallest first. */
export const modeNames = (): readonly string[] => Object.keys(modes);

/** An output of the X server, as xrandr names it. */
export type Output = 'DUMMY0' | 'DUMMY1' | 'DUMMY2';

type DisplayPosition = { readonly rightOf: Output } | { readonly leftOf: Output } | { readonly sameAs: Output };

const modes = {
  '1024x768': '63.50 1024 1072 1176 1328 768 771 775 798 -hsync +vsync',
  '1280x720': '74.50 1280 1344 1472 1664 720 723 728 748 -hsync +vsync',
  '1280x800': '83.50 1280 1352 1480 1680 800 803 809 831 -hsync +vsync',
  '1366x768': '85.50 1366 1436 1579 1792 768 771 774 798 +hsync +vsync',
  '1920x1080': '173.00 1920 2048 2248 2576 1080 1083 1088 1120 -hsync +vsync',
  '2560x1440': '241.50 2560 2608 2640 2720 1440 1443 1448 1481 +hsync -vsync',
  '3840x2160': '533.25 3840 3888 3920 4000 2160 2163 2168 2222 +hsync -vsync',
};
/** What the server drops from its configuration, and takes from xrandr. */
const dropped = ['2560x1440', '3840x2160'] as const;
/** How long the window manager may take to start, on a busy machine. */
const managedMs = 20_000;
const outputs: readonly Output[] = ['DUMMY0', 'DUMMY1', 'DUMMY2'];

/** A real X server with RandR outputs that can be plugged and unplugged, and a window manager on it. */
export class Displays {
  readonly name: string;
  readonly #processes: ChildProcess[];
  readonly #folder: string;

  private constructor(name: string, processes: ChildProcess[], folder: string) {
    this.name = name;
    this.#processes = processes;
    this.#folder = folder;
  }

  /** Starts the server with one 1280x800 display; refuses where Xorg's dummy driver cannot run. */
  static async start(): Promise<Displays> {
    refuseWithoutXorg();
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-x-'));
    const config = join(folder, 'xorg.conf');
    writeFileSync(config, serverConfig());
    const options = [
      '-config',
      config,
      '-logfile',
      join(folder, 'xorg.log'),
      '-noreset',
      '-nolisten',
      'tcp',
      '-ac',
      '-nocursor',
    ];
    // The server picks a free number and writes it to its descriptor 3; it dies with the process that started it.
    const server = spawn('setpriv', ['--pdeathsig', 'KILL', '/usr/lib/xorg/Xorg', '-displayfd', '3', ...options], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    const name = `:${await firstLine(server, join(folder, 'xorg.log'))}`;
    const manager = spawn('setpriv', ['--pdeathsig', 'KILL', 'openbox', '--sm-disable'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: name, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    });
    const displays = new Displays(name, [manager, server], folder);
    try {
      for (const mode of dropped) displays.#xrandr('--newmode', mode, ...modes[mode].split(' '));
      for (const output of outputs) for (const mode of Object.keys(modes)) displays.#xrandr('--addmode', output, mode);
      displays.reset();
      await displays.#managed();
      return displays;
    } catch (reason) {
      await displays.stop();
      throw reason;
    }
  }

  /** Plugs a display in, beside or over another one. */
  plug(output: Output, mode: Mode, place?: DisplayPosition): void {
    const where = !place
      ? ['--pos', '0x0']
      : 'rightOf' in place
        ? ['--right-of', place.rightOf]
        : 'leftOf' in place
          ? ['--left-of', place.leftOf]
          : ['--same-as', place.sameAs];
    this.#xrandr('--output', output, '--mode', mode, ...where);
    this.#probe();
  }

  /** Pulls a display's cable. */
  unplug(output: Output): void {
    this.#xrandr('--output', output, '--off');
    this.#probe();
  }

  /** Makes a display the one with the menus. */
  setPrimary(output: Output): void {
    this.#xrandr('--output', output, '--primary');
  }

  /** Back to one display, DUMMY0, primary. */
  reset(mode: Mode = '1280x800'): void {
    for (const output of outputs.slice(1)) this.unplug(output);
    this.plug('DUMMY0', mode);
    this.setPrimary('DUMMY0');
  }

  /** What is on all displays together right now, as a PNG. */
  photograph(): Buffer {
    const dump = execFileSync('xwd', ['-root', '-silent', '-display', this.name], { maxBuffer: 256 * 1024 * 1024 });
    return readWindowDump(dump);
  }

  /** The X windows that the window manager has in its hands, lowest first. */
  stacked(): number[] {
    const answer = execFileSync('xprop', ['-display', this.name, '-root', '_NET_CLIENT_LIST_STACKING'], {
      encoding: 'utf8',
    });
    return [...answer.matchAll(/0x[0-9a-f]+/g)].map(([id]) => Number(id));
  }

  /** Ends the server and everything on it. */
  async stop(): Promise<void> {
    for (const child of this.#processes) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode !== null || !child.kill()) continue;
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #xrandr(...args: string[]): void {
    execFileSync('xrandr', ['--display', this.name, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  }

  /** Lets the server look at its outputs again: until then a new one still counts as disconnected. */
  #probe(): void {
    this.#xrandr('--query');
  }

  /** Waits until the window manager rules, so that the first window is placed like every other one. */
  async #managed(): Promise<void> {
    const deadline = Date.now() + managedMs;
    while (Date.now() < deadline) {
      const answer = execFileSync('xprop', ['-display', this.name, '-root', '_NET_SUPPORTING_WM_CHECK'], {
        encoding: 'utf8',
      });
      if (answer.includes('window id')) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('openbox did not start.');
  }
}

function refuseWithoutXorg(): void {
  if (process.platform !== 'linux') {
    throw new Error(
      'The rig plugs and unplugs displays of an X server, which needs Linux: run the tests in a container.',
    );
  }
  if (!existsSync('/usr/lib/xorg/modules/drivers/dummy_drv.so')) {
    throw new Error("Xorg's dummy driver is missing: `npm run setup` installs it, or says how.");
  }
}

function serverConfig(): string {
  // Modes that the screen does not list are dropped by the server, and the largest even then: xrandr adds them later.
  const listed = ['1280x800', ...Object.keys(modes)].map((name) => `"${name}"`).join(' ');
  const modelines = Object.entries(modes).map(([name, timing]) => `  Modeline "${name}" ${timing}`);
  return `Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "BlankTime" "0"
  Option "StandbyTime" "0"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 512000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
${modelines.join('\n')}
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes ${listed}
    Virtual 8192 4320
  EndSubSection
EndSection
`;
}

/** The number the server chose; refuses with what the server said when it ends first. */
function firstLine(server: ChildProcess, log: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let number = '';
    server.stderr?.on('data', (bytes) => {
      said += String(bytes);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xorg did not start (see ${log}): ${said}`)));
    (server.stdio[3] as Readable).on('data', (bytes) => {
      number += String(bytes);
      if (number.includes('\n')) resolve(number.trim());
    });
  });
}
