import type { WebContents } from 'electron';
import type { SurfaceName } from '../../shared/session/protocol/surface-name';
import { originOf } from '../security/origins';

/** One page's line, as the rest of ipc/ knows it: what the page says, and what it is told. */
export interface Wire {
  /** `ours`: the page's own top frame says it. */
  readonly hear: (channel: string, heard: (ours: boolean, what: unknown, id: unknown) => void) => void;
  readonly tell: (channel: string, what?: unknown) => void;
  /** Calls back each time the page has loaded anew, from when it hears what it is told. */
  readonly onLoaded: (listener: () => void) => void;
  readonly onGone: (listener: () => void) => void;
  /** Ends the page; its window loads it anew. */
  readonly end: () => void;
}

/** The only place that hears a page and sends to it. Handlers hang on the page's own contents: nothing else can be heard by them. */
export function pageWire(contents: WebContents, page: SurfaceName): Wire {
  return {
    hear: (channel, heard) => {
      contents.ipc.on(channel, ({ senderFrame }, what: unknown, id: unknown) => {
        // Must be asked at once: the frame is gone a moment later.
        const ours = senderFrame !== null && senderFrame === contents.mainFrame;
        heard(ours && senderFrame.origin === originOf(page), what, id);
      });
    },
    tell: (channel, what) => {
      if (!contents.isDestroyed()) contents.send(channel, what);
    },
    onLoaded: (listener) => {
      // The preload is there before anything of the page is, so nothing that is sent from here on is lost.
      contents.on('dom-ready', listener);
    },
    onGone: (listener) => {
      contents.once('destroyed', listener);
    },
    end: () => contents.forcefullyCrashRenderer(),
  };
}
