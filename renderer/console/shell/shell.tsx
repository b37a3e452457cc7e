import { useTranslation } from 'react-i18next';
import { HomeScreen } from '../home/home-screen';
import { useKeyboard } from '../keys/use-keyboard';
import { ErrorBoundary } from '../kit/error-boundary';
import { useLocal } from '../mirror/hooks';
import { useChime } from '../sound/use-chime';
import { useOutputWatch } from '../sound/use-outputs';
import { KeyboardLine } from './keyboard-line';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { useDeferredScreens } from './use-deferred-screens';
import { useToldOverlay } from './use-told-overlay';

/** The frame around every screen: where you are, what is wrong, whether it is saved. */
export function Shell() {
  const { t } = useTranslation('shell');
  const asked = useLocal(({ place }) => place.screen);
  useKeyboard();
  useToldOverlay();
  useChime();
  useOutputWatch();
  const rest = useDeferredScreens();
  // Until another screen is there Home stays: no click, however early, empties the window.
  const screen = rest === null ? 'home' : asked;
  const Screen = rest === null || screen === 'home' ? HomeScreen : rest.screens[screen];
  return (
    <div className={styles.shell}>
      <TopBar />
      <main key={screen} className={styles.screen} aria-label={t(`nav.${screen}`)}>
        <ErrorBoundary
          key={screen}
          title={t('fault.screenTitle')}
          text={t('fault.screenText')}
          again={t('fault.again')}
        >
          <Screen />
        </ErrorBoundary>
      </main>
      <KeyboardLine />
      <aside id="over" aria-label={t('said')}>
        {rest && <rest.Said />}
      </aside>
      {rest && <rest.Dialogs />}
    </div>
  );
}
