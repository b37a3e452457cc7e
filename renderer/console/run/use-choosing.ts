import type { KeyboardEvent } from 'react';
import type { Choice } from '../../../shared/session/state/session';
import { puttingUp } from '../keys/actions';
import { firstClick, keepFocus } from '../kit/button';
import { useCommand } from '../mirror/hooks';

/**
 * What a click, a double-click and a key mean on something that could be put on the wall: a click only looks at it, or away from it
 * again; a double-click or Enter goes to it. No stray click changes the wall.
 */
export function useChoosing(chosen: boolean) {
  const send = useCommand();
  return (choice: Choice) => ({
    onMouseDown: keepFocus,
    onClick: firstClick(() => void send({ type: 'console/choose', choice: chosen ? null : choice })),
    onDoubleClick: () => void send(puttingUp(choice)),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat) return;
      event.preventDefault();
      void send(puttingUp(choice));
    },
  });
}
