import { setTimeout as wait } from 'node:timers/promises';
import { Displays } from '../../tests/rig/displays';
import { Eye } from '../../tests/rig/x/eye';
import { Keyboard } from '../../tests/rig/x/keyboard';
import type { Region } from '../../tests/rig/x/wire';

/** The laptop's display and the projector, and where each is in the picture of both. */
export const desk: Region = { x: 0, y: 0, width: 1280, height: 800 };
export const wall: Region = { x: 1280, y: 0, width: 1920, height: 1080 };

/** Two displays of their own for one subject, an eye on them and a keyboard: two halls stand side by side and share nothing but the machine. */
export class Hall {
  readonly displays: Displays;
  readonly eye: Eye;
  readonly keyboard: Keyboard;

  private constructor(displays: Displays, eye: Eye, keyboard: Keyboard) {
    this.displays = displays;
    this.eye = eye;
    this.keyboard = keyboard;
  }

  static async open(): Promise<Hall> {
    const displays = await Displays.start();
    displays.reset('1280x800');
    displays.plug('DUMMY1', '1920x1080', { rightOf: 'DUMMY0' });
    // What is drawn on the new display by the window manager is not to be taken for a window's.
    await wait(300);
    return new Hall(displays, await Eye.open(displays.name), await Keyboard.open(displays.name));
  }

  async close(): Promise<void> {
    this.eye.close();
    this.keyboard.close();
    await this.displays.stop();
  }
}
