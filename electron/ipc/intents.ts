import type { Intent } from '../../shared/session/protocol/channel';

/** What the native menu asks of the console, kept until its page takes it: nothing asked of a page that died is lost. */
export interface Intents {
  readonly add: (intent: Intent) => void;
  readonly take: () => readonly Intent[];
}

export function keepIntents(onAdded: () => void): Intents {
  let waiting: readonly Intent[] = [];
  return {
    add: (intent) => {
      waiting = [...waiting, intent];
      onAdded();
    },
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
