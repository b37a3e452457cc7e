import { useCallback } from 'react';
import { useAsk, useCommand, useView } from '../mirror/hooks';

/**
 * Makes sure the room is up: on the other display when there is exactly one it could be, otherwise it asks (S3). Does
 * nothing when the room is open already.
 */
export function useOpenRoom(): () => Promise<void> {
  const send = useCommand();
  const ask = useAsk();
  const screens = useView((view) => view.screens);
  return useCallback(async () => {
    if (screens.room.state !== 'closed') return;
    const others = screens.displays.filter((display) => !display.console);
    if (others.length === 1 && !screens.mirrored) {
      await send({ type: 'room/open', displayId: null, windowed: false });
      return;
    }
    ask('room');
  }, [send, ask, screens]);
}
