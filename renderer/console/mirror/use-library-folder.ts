import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryAsk } from '../../../shared/session/protocol/library-folder';
import { say } from '../kit/say';
import { bridge } from './bridge';
import { useSayRefusal } from './hooks';

/** Asks about the place of the library, and says what became of it. */
export function useLibraryFolder(): (ask: LibraryAsk) => Promise<void> {
  const { t } = useTranslation('shell');
  const sayRefusal = useSayRefusal();
  return useCallback(
    async (ask) => {
      try {
        const answer = await bridge().place(ask);
        if (!answer.ok) return sayRefusal(answer.refusal);
        if (answer.done === null) return;
        const { what, folder, missed, noted } = answer.done;
        const more = [
          what === 'moved' ? t('place.left') : null,
          missed > 0 ? t('place.missed', { count: missed }) : null,
          noted ? null : t('place.notNoted'),
        ];
        const text = more.filter((line) => line !== null).join(' ');
        say({ id: 'place', title: t(`place.${what}`, { folder }), text, close: t('close') });
      } catch {
        say({ id: 'fault', title: t('fault.title'), text: t('fault.text'), close: t('close') });
      }
    },
    [t, sayRefusal],
  );
}
