import type { ConsoleBridge, Intent } from '../../../shared/session/protocol/channel';
import { closePalette, openPalette } from '../keys/palette-store';
import { asksOf } from '../mirror/hooks';
import { type MirrorStore, went } from '../mirror/store';

/** Does what the native menu asks for, and first what it asked for while no page was there. */
export function heedIntents(bridge: ConsoleBridge, store: MirrorStore): void {
  const ask = asksOf(store.dispatch);
  function heed(intent: Intent): unknown {
    switch (intent) {
      case 'palette':
      case 'find-couple':
        ask(null);
        return openPalette();
      case 'keys':
      case 'about':
        closePalette();
        return ask(intent);
      case 'home':
      case 'settings':
      case 'run':
      case 'prepare':
      case 'couples':
        return store.dispatch(went(intent));
    }
  }
  async function take(): Promise<void> {
    // Turned away, or on the way out: it is kept for the page that comes.
    for (const intent of await bridge.takeIntents().catch(() => [])) heed(intent);
  }
  bridge.onIntents(() => void take());
  void take();
}
