import { useCallback } from 'react';
import type { Answer } from '../../../shared/session/protocol/refusal-code';
import type { SettingsPatch } from '../../../shared/session/state/settings';
import { useCommand } from '../mirror/hooks';

/** Changes settings, one whole value at a time. What is returned is settled when the change was answered. */
export function useChange(): (patch: SettingsPatch) => Promise<Answer> {
  const send = useCommand();
  return useCallback((patch) => send({ type: 'settings/change', patch }), [send]);
}
