import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { secondsIn } from '../e2e/pages/run-page';
import { isMode, type Mode, modeNames } from '../rig/displays';
import type { Point } from '../rig/x/mouse';
import { couplesTyped, mostCouples } from './couples';
import { findByName } from './find-by-name';
import { type Hall, mostDisplays, type WindowName } from './hall';

interface WalkCommand {
  /** What follows its name. */
  readonly takes: string;
  readonly does: string;
  /** `words` are parted at spaces, quotation marks hold some together; `line` is all of it as it was typed. What it returns is said. */
  readonly run: (
    hall: Hall,
    words: readonly string[],
    line: string,
  ) => Promise<string | undefined> | string | undefined;
}

const patienceMs = 15_000;

/** Everything that can be done in the hall. */
export const commands: Readonly<Record<string, WalkCommand>> = {
  displays: {
    takes: '1280x800 [1920x1080 ...]',
    does: `sets up to ${mostDisplays} displays up side by side, the laptop’s first; sizes: ${modeNames().join(', ')}`,
    run: (hall, words) => {
      if (words.length === 0 || words.length > mostDisplays) throw new Error(`Name 1 to ${mostDisplays} sizes.`);
      hall.arrange(words.map(modeOf));
      return undefined;
    },
  },
  plug: {
    takes: '1920x1080 [same]',
    does: 'plugs one more display in, at the right of the others, or showing the same as the laptop',
    run: (hall, [mode, where]) => {
      hall.plug(modeOf(mode ?? ''), where === 'same' ? 'same' : 'right');
      return undefined;
    },
  },
  unplug: {
    takes: '',
    does: 'pulls the cable of the display plugged in last',
    run: (hall) => {
      hall.unplug();
      return undefined;
    },
  },
  open: {
    takes: '',
    does: 'starts Holdfast; every command that needs it does so by itself',
    run: async (hall) => void (await hall.opened()),
  },
  quit: { takes: '', does: 'ends everything; so does the end of what is read', run: () => undefined },
  kill: {
    takes: '',
    does: 'ends Holdfast as a power cut would; `open` starts it again on what was saved',
    run: (hall) => hall.close('kill').then(() => undefined),
  },
  restart: {
    takes: '',
    does: 'quits Holdfast as a person does, and starts it again',
    run: async (hall) => {
      await hall.close('quit');
      await hall.opened();
      return undefined;
    },
  },
  seed: {
    takes: '30 ["One whole day"]',
    does: `starts a retreat with so many couples (up to ${mostCouples}), by the form on Home, and goes to Prepare`,
    run: async (hall, [count = '30', program = 'One whole day']) => {
      const { desk } = await hall.opened();
      const couples = couplesTyped(numberOf(count, 0, mostCouples));
      await desk.goTo('Home');
      await desk.home.startRetreat({ program, name: 'Lantern day', couples });
      await expect(desk.prepare.name).toHaveValue('Lantern day');
      await desk.saved();
      return undefined;
    },
  },
  key: {
    takes: 'PageDown [Control+k ...]',
    does: 'presses keys at the X server, one after the other: letters, signs, F1 to F12, and the keys of a clicker',
    run: async (hall, words) => {
      for (const chord of words) {
        hall.keyboard.press(chord);
        await hall.rest();
      }
      return undefined;
    },
  },
  type: {
    takes: 'any words',
    does: 'types words at the X server, into whatever has the keyboard',
    run: (hall, _, line) => hall.keyboard.type(line).then(() => undefined),
  },
  fill: {
    takes: '"Private note about Ada & Bo" "any words"',
    does: 'writes into a field at once; also letters that no key of this keyboard has',
    run: async (hall, [name = '', text = '']) => {
      const { desk } = await hall.opened();
      await (await findByName(desk.page, name, null)).fill(text);
      return undefined;
    },
  },
  click: {
    takes: '"Start" [2] | 640,400',
    does: 'clicks with the mouse on what is called so at the console (the second one), or at a point of the displays',
    run: (hall, words) => click(hall, words, 1),
  },
  double: { takes: '"Start" | 640,400', does: 'double-clicks likewise', run: (hall, words) => click(hall, words, 2) },
  hover: {
    takes: '"Start" | 640,400',
    does: 'moves the mouse there',
    run: async (hall, words) => {
      hall.mouse.move(await pathsOf(hall, words));
      return undefined;
    },
  },
  wheel: {
    takes: '3 | -3',
    does: 'turns the wheel where the mouse is, down or up',
    run: (hall, [notches]) => hall.mouse.wheel(numberOf(notches, -100, 100)).then(() => undefined),
  },
  photograph: {
    takes: 'file.png [console|room|all]',
    does: 'keeps a picture of what the displays show: all of them together, or where one window is',
    run: async (hall, [file, of = 'all']) => {
      if (file === undefined) throw new Error('Name the file it should go to.');
      if (of !== 'all' && !isWindow(of)) throw new Error('It takes console, room or all.');
      const path = resolve(file);
      writeFileSync(path, await hall.photograph(of));
      return path;
    },
  },
  see: {
    takes: '[console|room]',
    does: 'says what is in a window: every control by its role and name',
    run: async (hall, [of = 'console']) => {
      const { desk } = await hall.opened();
      const page = windowOf(of) === 'console' ? desk.page : (await hall.room()).page;
      return page.locator('body').ariaSnapshot();
    },
  },
  wait: {
    takes: '"You may always pass" [console|room]',
    does: 'waits until words are to be seen in a window; in any, when none is named',
    run: async (hall, [text = '', of]) => {
      const wanted = of === undefined ? null : windowOf(of);
      const { app } = await hall.opened();
      const seen = async () => {
        const pages = app.electron.windows().filter((page) => page.url().startsWith(`${wanted ?? ''}`));
        const all = await Promise.all(pages.map((page) => page.locator('body').innerText()));
        return all.some((words) => words.replaceAll(/\s+/g, ' ').includes(text));
      };
      await expect.poll(seen, { timeout: patienceMs, message: `“${text}” is not to be seen.` }).toBe(true);
      return undefined;
    },
  },
  pass: {
    takes: '90 | 12:00',
    does: 'lets so many seconds, or minutes and seconds, pass at once; says what the timer shows then',
    run: async (hall, [length = '']) => {
      const { time } = await hall.opened();
      if (!/^\d+(:\d\d)*$/.test(length)) throw new Error('Say how long: 90, or 12:00.');
      await time.pass(secondsIn(length) * 1000);
      const due = await time.dueSeconds();
      return due === null ? undefined : `${Math.floor(due / 60)}:${String(due % 60).padStart(2, '0')}`;
    },
  },
  clock: {
    takes: '9',
    does: 'sets the laptop’s clock to an hour of today',
    run: async (hall, [hour]) => (await hall.opened()).time.setHour(numberOf(hour, 0, 23)).then(() => undefined),
  },
  size: {
    takes: '1000x640',
    does: 'makes the inside of the console’s window so large',
    run: async (hall, [size = '']) => {
      const [, width = '', height = ''] = /^(\d+)x(\d+)$/.exec(size) ?? [];
      if (width === '') throw new Error('Say how large: 1000x640.');
      const { app } = await hall.opened();
      await app.electron.evaluate(
        ({ BrowserWindow }, [w, h]) => {
          const window = BrowserWindow.getAllWindows().find((it) => it.webContents.getURL().startsWith('console:'));
          window?.unmaximize();
          window?.setContentSize(w, h);
        },
        [Number(width), Number(height)] as const,
      );
      const now = async () => {
        const inside = await hall.inside('console');
        return `${inside.width}x${inside.height}`;
      };
      await expect.poll(now, { timeout: patienceMs, message: 'The window takes another size.' }).toBe(size);
      return undefined;
    },
  },
  maximize: {
    takes: '',
    does: 'fills the display with the console’s window',
    run: async (hall) => {
      const { app } = await hall.opened();
      await app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((it) => it.webContents.getURL().startsWith('console:'))
          ?.maximize(),
      );
      return undefined;
    },
  },
  zoom: {
    takes: '1.5',
    does: 'enlarges the console’s page',
    run: async (hall, [factor]) => {
      const { app } = await hall.opened();
      await app.electron.evaluate(
        ({ BrowserWindow }, to) =>
          BrowserWindow.getAllWindows()
            .find((it) => it.webContents.getURL().startsWith('console:'))
            ?.webContents.setZoomFactor(to),
        numberOf(factor, 0.5, 3),
      );
      return undefined;
    },
  },
  help: {
    takes: '',
    does: 'says this',
    run: () =>
      Object.entries(commands)
        .map(([name, { takes, does }]) => `${name} ${takes}`.padEnd(44) + does)
        .join('\n'),
  },
};

function modeOf(name: string): Mode {
  if (!isMode(name)) throw new Error(`There is no size “${name}”. There are ${modeNames().join(', ')}.`);
  return name;
}

function numberOf(text: string | undefined, least: number, most: number): number {
  const number = Number(text);
  if (text === undefined || Number.isNaN(number) || number < least || number > most) {
    throw new Error(`It takes a number from ${least} to ${most}.`);
  }
  return number;
}

const isWindow = (name: string): name is WindowName => name === 'console' || name === 'room';

function windowOf(name: string): WindowName {
  if (!isWindow(name)) throw new Error(`There is no window “${name}”: say console or room.`);
  return name;
}

async function click(hall: Hall, words: readonly string[], times: 1 | 2): Promise<undefined> {
  await hall.mouse.click(await pathsOf(hall, words), times);
  await hall.rest();
}

/** A point of the displays: as it was given, or the middle of what is called so at the console, once it can be clicked there. */
async function pathsOf(hall: Hall, [what = '', nth]: readonly string[]): Promise<Point> {
  const [, x, y] = /^(-?\d+),(-?\d+)$/.exec(what) ?? [];
  if (x !== undefined) return { x: Number(x), y: Number(y) };
  if (what === '') throw new Error('Say where: a name, or a point such as 640,400.');
  const { desk } = await hall.opened();
  const found = await findByName(desk.page, what, nth === undefined ? null : numberOf(nth, 1, 999));
  // A radio may be out of sight in the words that stand for it.
  const label = found.locator('xpath=ancestor::label[1]');
  const target = (await label.count()) === 0 ? found : label;
  // Scrolled to, still, enabled, and under nothing else.
  await target.click({ trial: true, timeout: patienceMs / 3 });
  const box = await target.boundingBox();
  if (box === null) throw new Error(`“${what}” has gone.`);
  const inside = await hall.inside('console');
  const middle = (start: number, length: number) => (start + length / 2) * inside.zoom;
  const place = {
    x: Math.round(inside.x + middle(box.x, box.width)),
    y: Math.round(inside.y + middle(box.y, box.height)),
  };
  const top = await hall.uppermost(place);
  if (top !== 'console') throw new Error(`“${what}” lies under ${top === null ? 'no window of ours' : `the ${top}`}.`);
  return place;
}
