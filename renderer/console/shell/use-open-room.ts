import { useCallback } from 'react';
import { roomDisplay } from '../../../shared/session/policy/display-choice';
import { useAsk, useCommand, useView } from '../mirror/hooks';

/**
 * Makes sure the room is up: on the remembered display, or the only other one; otherwise it asks (S3). Does nothing when
 * the room is open already.
 */
export function useOpenRoom(): () => Promise<void> {
  const send = useCommand();
  const ask = useAsk();
  const screens = useView((view) => view.screens);
  const remembered = useView(({ settings }) => settings.display);
  return useCallback(async () => {
    if (screens.room.state !== 'closed') return;
    if (roomDisplay(screens, remembered) !== null && screens.mirrored !== 'yes') {
      await send({ type: 'room/open', displayId: null, windowed: false });
      return;
    }
    ask('room');
  }, [send, ask, screens, remembered]);
}
