import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Provider } from 'react-redux';
import { translator } from '../../shared/content/translator';
import type { MirrorClock } from './mirror/connect';
import { ClockContext, useView } from './mirror/hooks';
import type { MirrorStore } from './mirror/store';
import { LanguageContext, useWantedLanguage } from './mirror/use-language';
import { styleNonce } from './nonce';
import { Shell } from './shell/shell';
import { cssVariables, noSchemeMemory, theme } from './theme';

interface AppProps {
  readonly store: MirrorStore;
  readonly clock: MirrorClock;
  /** The language it is drawn in first; its words are here. */
  readonly language: string;
}

export function App({ store, clock, language }: AppProps) {
  const current = useSyncExternalStore(clock.subscribe, clock.current);
  return (
    <Provider store={store}>
      <ClockContext value={current}>
        <Dressed first={language} />
      </ClockContext>
    </Provider>
  );
}

/** The shell in the language and the light or dark the settings ask for. */
function Dressed({ first }: { readonly first: string }) {
  const language = useWantedLanguage(first);
  const wanted = useView(({ settings }) => settings.theme);
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const words = useMemo(() => translator(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <I18nextProvider i18n={words}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          forceColorScheme={wanted === 'system' ? system : wanted}
          colorSchemeManager={noSchemeMemory}
          getStyleNonce={styleNonce}
        >
          <Shell />
        </MantineProvider>
      </I18nextProvider>
    </LanguageContext>
  );
}
