import type { BrowserWindow, Input } from 'electron';
import type { Command } from '../../shared/session/commands/commands';
import type { Pressed } from '../../shared/session/protocol/channel';

/** What the menu and the keys that work everywhere ask for; the same as on the console's own buttons. */
export const runCommands = {
  startPause: { type: 'stage/run' },
  goOn: { type: 'stage/go-on' },
  back: { type: 'stage/back' },
  hold: { type: 'stage/hold', on: null },
  blank: { type: 'stage/blank', on: null },
} as const satisfies Readonly<Record<string, Command>>;
export type RunKey = keyof typeof runCommands;

/** The menu's shortcuts for the run, as Electron writes them. */
export const accelerators = { goOn: 'CmdOrCtrl+Enter', hold: 'CmdOrCtrl+L', blank: 'CmdOrCtrl+B' } as const;

const early: Readonly<Record<string, RunKey>> = { b: 'blank', l: 'hold' };

/**
 * Blank and Hold are heard before the page hears them, so that they work while typing, and even when the page hangs (S4). The
 * page and the menu never see these two keys.
 */
export function hearRunKeys(window: BrowserWindow, press: (key: RunKey) => void): void {
  window.webContents.on('before-input-event', (event, input: Input) => {
    const mod = process.platform === 'darwin' ? input.meta && !input.control : input.control && !input.meta;
    const letter = /^Key[A-Z]$/.test(input.code) && input.key > '\u007f' ? input.code.slice(3) : input.key;
    const key = early[letter.toLowerCase()];
    if (!mod || input.alt || input.shift || key === undefined) return;
    event.preventDefault();
    if (input.type === 'keyDown' && !input.isAutoRepeat) press(key);
  });
}

/**
 * What is pressed in the room's own window is meant for the console. With Alt it is the system's, and on a Mac the menu, which is
 * there for every window, has what comes with Command.
 */
export function hearRoomKeys(window: BrowserWindow, tell: (pressed: Pressed) => void): void {
  window.webContents.on('before-input-event', (event, { type, key, code, control, shift, alt, meta, isAutoRepeat }) => {
    if (event.defaultPrevented || alt || (process.platform === 'darwin' && meta)) return;
    event.preventDefault();
    if (type !== 'keyDown') return;
    tell({ key, code, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta, repeat: isAutoRepeat });
  });
}
