import { BrowserWindow, type Display } from 'electron';
import { cardAddress } from '../security/cards';
import { sessionOf } from '../security/lockdown';

const forMs = 3000;

export interface IdentifyCard {
  readonly display: Display;
  readonly text: string;
  readonly ground: string;
  readonly ink: string;
  /** The console is here: the card keeps to a corner. */
  readonly aside: boolean;
}

/** For three seconds from when it can be read each display says which one it is, over everything, taking no focus and no click. */
export function identify(cards: readonly IdentifyCard[]): void {
  cards.forEach(({ display, text, ground, ink, aside }, index) => {
    const { x, y, width, height } = display.workArea;
    const share = aside ? 4 : 2;
    const size = { width: Math.round(width / share), height: Math.round(height / share) };
    const window = new BrowserWindow({
      ...size,
      x: aside ? x + 24 : x + Math.round((width - size.width) / 2),
      y: aside ? y + height - size.height - 24 : y + Math.round((height - size.height) / 2),
      show: false,
      frame: false,
      focusable: false,
      skipTaskbar: true,
      resizable: false,
      alwaysOnTop: true,
      title: 'Holdfast',
      backgroundColor: ground,
      webPreferences: {
        session: sessionOf('room'),
        sandbox: true,
        contextIsolation: true,
        javascript: false,
        devTools: false,
      },
    });
    window.setAlwaysOnTop(true, 'screen-saver');
    window.setIgnoreMouseEvents(true);
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    window.once('ready-to-show', () => {
      window.showInactive();
      setTimeout(close, forMs);
    });
    void window.loadURL(cardAddress(`display-${index + 1}`, { text, ground, ink })).catch(close);
  });
}
