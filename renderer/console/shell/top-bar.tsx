import { IconEye, IconEyeOff, IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../keys/use-actions';
import { Button, IconButton, keepFocus } from '../kit/button';
import { SavingBadge } from '../kit/saving-badge';
import { useGo, useLocal, useView } from '../mirror/hooks';
import type { Screen } from '../mirror/store';
import { BannerSlot } from './banner-slot';
import { useSavingReason } from './saving-reason';
import styles from './shell.module.css';

const places: readonly Screen[] = ['home', 'prepare', 'run', 'couples', 'settings'];

export function TopBar() {
  const { t } = useTranslation('shell');
  const screen = useLocal(({ place }) => place.screen);
  const go = useGo();
  const palette = useAction('palette');
  const keys = useAction('keys');
  return (
    <section className={styles.bar} aria-label={t('frame')}>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        <span className={styles.brand}>Holdfast</span>
        {places.map((place) => (
          <button
            key={place}
            type="button"
            className={styles.place}
            aria-current={place === screen ? 'page' : undefined}
            onMouseDown={keepFocus}
            onClick={() => go(place)}
          >
            {t(`nav.${place}`)}
          </button>
        ))}
      </nav>
      <div className={styles.slot}>
        <BannerSlot />
      </div>
      <div className={styles.tools}>
        <RoomState />
        <Saved />
        <Discreet />
        <IconButton
          live
          label={t('palette.open')}
          caps={palette.caps}
          icon={<IconSearch size="1.125rem" />}
          onClick={palette.run}
        />
        <IconButton
          live
          label={t('keys.open')}
          caps={keys.caps}
          icon={<IconKeyboard size="1.125rem" />}
          onClick={keys.run}
        />
      </div>
    </section>
  );
}

function RoomState() {
  const { t } = useTranslation('shell');
  const state = useView(({ screens }) => screens.room.state);
  const room = useAction('room');
  return (
    <Button live look="quiet" size="compact-sm" onClick={room.run} caps={room.caps} label={t(`room.${state}`)}>
      <span className={styles.roomState}>
        <span className={styles.dot} data-state={state} />
        <span className={styles.roomLabel}>{t(`room.${state}`)}</span>
      </span>
    </Button>
  );
}

function Discreet() {
  const { t } = useTranslation('shell');
  const on = useView((view) => view.discreet);
  const { caps, run } = useAction('discreet');
  const Icon = on ? IconEyeOff : IconEye;
  return (
    <IconButton
      live
      label={t(on ? 'discreet.on' : 'discreet.off')}
      caps={caps}
      pressed={on}
      icon={<Icon size={18} />}
      onClick={run}
    />
  );
}

function Saved() {
  const { t } = useTranslation('shell');
  const saving = useView((view) => view.saving);
  const reason = useSavingReason();
  const typing = useView(({ unsavedNotes, unsavedRecords, unsavedCharters, unsavedPractices }) =>
    [unsavedNotes, unsavedRecords, unsavedCharters, unsavedPractices].some((waiting) => waiting.length > 0),
  );
  const where = t('saving.where', { folder: saving.folder });
  const state = saving.state === 'saved' && typing ? 'saving' : saving.state;
  return (
    <SavingBadge
      state={state}
      label={t(`saving.${state}`)}
      detail={state === 'not-saved' ? t('banner.not-saved', { reason }) : where}
    />
  );
}
