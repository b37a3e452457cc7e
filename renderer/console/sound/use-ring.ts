import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cue } from '../../../shared/room/wall';
import type { Settings } from '../../../shared/session/settings';
import { say } from '../kit/say';
import { ring } from './chime';

/** Rings once, and says so when nothing could be heard. */
export function useRing(): (cue: Cue, sound: Settings['sound']) => void {
  const { t } = useTranslation(['settings', 'shell']);
  return useCallback(
    async (cue, sound) => {
      if (await ring(cue, sound)) return;
      const title = t('settings:sound.failed');
      say({ id: 'chime', title, text: t('settings:sound.failedText'), close: t('shell:close') });
    },
    [t],
  );
}
