import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { HomeScreen } from '../home/home-screen';
import { CheatSheet } from '../keys/cheat-sheet';
import { Palette } from '../keys/palette';
import { useKeyboard } from '../keys/use-keyboard';
import { ErrorBoundary } from '../kit/error-boundary';
import { mostSaid } from '../kit/say';
import { useLocal } from '../mirror/hooks';
import type { Screen } from '../mirror/store';
import { PrepareScreen } from '../prepare/prepare-screen';
import { EndDialogs } from '../run/end-dialogs';
import { RunScreen } from '../run/run-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { useChime } from '../sound/use-chime';
import { useOutputWatch } from '../sound/use-outputs';
import { AboutBox } from './about-box';
import { RoomDialog } from './room-dialog';
import styles from './shell.module.css';
import { TopBar } from './top-bar';
import { useIntents } from './use-intents';

const screens: Readonly<Record<Screen, () => React.ReactNode>> = {
  home: HomeScreen,
  prepare: PrepareScreen,
  run: RunScreen,
  settings: SettingsScreen,
};

/** The frame around every screen: where you are, what is wrong, whether it is saved. */
export function Shell() {
  const { t } = useTranslation('shell');
  const screen = useLocal(({ place }) => place.screen);
  useKeyboard();
  useIntents();
  useChime();
  useOutputWatch();
  const Screen = screens[screen];
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
      <aside id="over" aria-label={t('said')}>
        <Notifications withinPortal={false} position="top-center" limit={mostSaid} />
      </aside>
      <Palette />
      <CheatSheet />
      <RoomDialog />
      <EndDialogs />
      <AboutBox />
    </div>
  );
}
