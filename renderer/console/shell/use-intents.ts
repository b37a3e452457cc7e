import { useEffect } from 'react';
import { openPalette } from '../keys/palette-store';
import { bridge } from '../mirror/bridge';
import { useAsk, useGo } from '../mirror/hooks';

/** Does what the native menu asks for. */
export function useIntents(): void {
  const go = useGo();
  const ask = useAsk();
  useEffect(
    () =>
      bridge().onIntent((intent) => {
        switch (intent) {
          case 'palette':
          case 'find-couple':
            return openPalette();
          case 'keys':
          case 'about':
            return ask(intent);
          case 'home':
          case 'settings':
          case 'run':
          case 'prepare':
            return go(intent);
        }
      }),
    [go, ask],
  );
}
