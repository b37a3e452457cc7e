import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisplayInfo } from '../../../shared/session/state/session';
import { useView } from './hooks';

/** Names a display as its system does, or, where that says nothing, with the number that "identify" shows on it. */
export function useDisplayNames(): (display: DisplayInfo) => string {
  const { t } = useTranslation('room');
  const displays = useView(({ screens }) => screens.displays);
  return useCallback(
    ({ id, label }) => label.trim() || t('identify', { n: displays.findIndex((display) => display.id === id) + 1 }),
    [t, displays],
  );
}
