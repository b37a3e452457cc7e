import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../kit/banner';
import { Button, IconButton } from '../kit/button';
import { useCommand, useGo, useLocal, useView } from '../mirror/hooks';
import { useLibraryFolder } from '../mirror/use-library-folder';
import { useOutputMissed } from '../sound/use-outputs';
import { useNotice, useSavingReason } from './saving-reason';
import { TimeoutsDue } from './timeouts-due';

/** Whether this window has the keyboard. */
function useFocused(): boolean {
  const [focused, setFocused] = useState(() => document.hasFocus());
  useEffect(() => {
    const look = () => setFocused(document.hasFocus());
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
    };
  }, []);
  return focused;
}

/** The one place for what must be said, and beside it who is due back and the way back to what is on stage. */
export function BannerSlot() {
  return (
    <>
      <MostUrgent />
      <TimeoutsDue />
      <OnStage />
    </>
  );
}

/** The most urgent thing to say, one at a time. */
function MostUrgent() {
  const { t } = useTranslation('shell');
  const send = useCommand();
  const go = useGo();
  const focused = useFocused();
  const screen = useLocal(({ place }) => place.screen);
  const { room, wanted } = useView(({ screens }) => screens);
  // With several to choose from it is asked where the room should be (the button of its state).
  const aside = useView(({ screens: { displays } }) => {
    const free = displays.filter((display) => !display.console);
    return free.length === 1 ? free[0] : undefined;
  });
  const exposure = useView((view) => view.exposure);
  const discreet = useView((view) => view.discreet);
  const playing = useView(({ live }) => live.stage.playing);
  const { state, absent, moving } = useView(({ saving }) => saving);
  const place = useLibraryFolder();
  const reason = useSavingReason();
  const notice = useNotice();
  const missed = useOutputMissed();

  if (exposure !== null) {
    return (
      <Banner tone="warn" text={t(`banner.${exposure}`)}>
        <Button live size="compact-sm" onClick={() => send({ type: 'console/discreet', on: !discreet })}>
          {t(discreet ? 'banner.reveal' : 'banner.conceal')}
        </Button>
      </Banner>
    );
  }
  if (room.state === 'lost') return <Banner tone="warn" text={t('banner.room-lost')} />;
  if (room.state === 'down') {
    const again = () => send({ type: 'room/open', displayId: wanted.displayId, windowed: wanted.windowed });
    return (
      <Banner tone="warn" text={t('banner.room-down')}>
        <Button size="compact-sm" onClick={again}>
          {t('banner.room-down-act')}
        </Button>
      </Banner>
    );
  }
  if (!focused && (playing !== null || room.state !== 'closed'))
    return <Banner tone="warn" text={t('banner.unfocused')} />;
  if (moving !== null) {
    return (
      <Banner tone="quiet" text={t('place.moving', { ...moving })}>
        <Button size="compact-sm" onClick={() => void place('stop')}>
          {t('place.stop')}
        </Button>
      </Banner>
    );
  }
  if (absent !== null) {
    return (
      <Banner tone="warn" text={t(`banner.absent-${absent.why}`, { reason, machine: absent.machine })}>
        {screen !== 'home' && (
          <Button size="compact-sm" onClick={() => go('home')}>
            {t('banner.absent-act')}
          </Button>
        )}
      </Banner>
    );
  }
  if (state === 'not-saved') {
    return (
      <Banner tone="warn" text={t('banner.not-saved', { reason })}>
        <Button size="compact-sm" onClick={() => void place('save-elsewhere')}>
          {t('place.elsewhere')}
        </Button>
      </Banner>
    );
  }
  if (missed !== null) {
    const { output, replaced } = missed;
    return <Banner tone="warn" text={t(replaced ? 'banner.output-gone' : 'banner.no-output', { output })} />;
  }
  if (room.state === 'window' && aside !== undefined) {
    const move = () => send({ type: 'room/open', displayId: aside.id, windowed: false });
    return (
      <Banner tone="quiet" text={t('banner.display-there')}>
        <Button live size="compact-sm" onClick={move}>
          {t('banner.display-there-act')}
        </Button>
      </Banner>
    );
  }
  if (notice !== null) {
    return (
      <Banner tone="quiet" text={notice}>
        <IconButton
          label={t('banner.dismiss')}
          size={26}
          icon={<IconX size="0.9375rem" />}
          onClick={() => send({ type: 'notice/dismiss' })}
        />
      </Banner>
    );
  }
  return null;
}

/** What is on stage while another screen is looked at, and the way back to it: beside whatever else is said. */
function OnStage() {
  const { t } = useTranslation('shell');
  const go = useGo();
  const screen = useLocal(({ place }) => place.screen);
  const title = useView(({ live }) => live.stage.playing?.title ?? null);
  if (title === null || screen === 'run') return null;
  return (
    <Banner tone="quiet" text={t('banner.running', { title })}>
      <Button size="compact-sm" onClick={() => go('run')}>
        {t('banner.running-act')}
      </Button>
    </Banner>
  );
}
