import { useEffect } from 'react';
import { overlays } from '../kit/overlays';
import { bridge } from '../mirror/bridge';

/** Tells the main process whether something is open over the screen, so that the room's window does not lie over it. */
export function useToldOverlay(): void {
  useEffect(() => {
    let told = false;
    const look = (): void => {
      const open = document.querySelector(overlays) !== null;
      if (open === told) return;
      told = open;
      bridge().overlaid(open);
    };
    // What opens over a screen is added to the page; a second that flips only changes what is there.
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true });
    look();
    return () => observer.disconnect();
  }, []);
}
