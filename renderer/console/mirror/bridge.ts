import type { ConsoleBridge } from '../../../shared/session/protocol/channel';

declare global {
  interface Window {
    /** Put here by the console's preload. */
    readonly holdfast: ConsoleBridge;
  }
}

/** All this page can ask of the main process. */
export const bridge = (): ConsoleBridge => window.holdfast;
