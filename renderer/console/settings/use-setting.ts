import { useCallback } from 'react';
import type { SettingsPatch } from '../../../shared/session/settings';
import { useCommand } from '../mirror/hooks';

/** Changes settings, one whole value at a time. */
export function useChange(): (patch: SettingsPatch) => void {
  const send = useCommand();
  return useCallback((patch) => void send({ type: 'settings/change', patch }), [send]);
}
