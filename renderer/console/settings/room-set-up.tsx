import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useCommand, useView } from '../mirror/hooks';
import { useDisplayNames } from '../mirror/use-display-names';
import { SettingRow } from './setting-row';
import styles from './settings.module.css';

/** Chooses the room's display, numbers them, and shows the test card. */
export function RoomSetUp() {
  const { t } = useTranslation('settings');
  const send = useCommand();
  const nameOf = useDisplayNames();
  const { displays, room } = useView(({ screens }) => screens);
  const mirrored = useView(({ screens }) => screens.mirrored === 'yes');
  const { show, playing } = useView(({ live }) => live.stage);
  const open = room.state !== 'closed';
  const testing = show === 'test-card';
  const toggleCard = () =>
    send({ type: 'stage/show', show: testing ? (playing === null ? 'neutral' : 'playing') : 'test-card' });
  return (
    <Panel title={t('room.title')} text={t('room.text')}>
      {mirrored && <p role="alert">{t('room.mirrored')}</p>}
      {displays.length < 2 && <p>{t('room.none')}</p>}
      <div className={styles.rows}>
        {displays.map((display) => {
          const here = open && room.displayId === display.id;
          const size = t('room.size', { width: display.width, height: display.height });
          const mark = display.console ? t('room.here') : here ? t('room.now') : null;
          return (
            <SettingRow key={display.id} label={nameOf(display)} text={mark === null ? size : `${size} · ${mark}`}>
              {() =>
                !display.console &&
                (here ? (
                  <span className={styles.inUse}>{t('room.inUse')}</span>
                ) : (
                  <Button
                    label={t('room.use', { display: nameOf(display) })}
                    onClick={() => send({ type: 'room/open', displayId: display.id, windowed: false })}
                  >
                    {t('room.useShort')}
                  </Button>
                ))
              }
            </SettingRow>
          );
        })}
      </div>
      <Group gap="sm">
        <Button onClick={() => send({ type: 'room/identify' })}>{t('room.identify')}</Button>
        <Button onClick={toggleCard}>{testing ? t('room.testCardOff') : t('room.testCard')}</Button>
        <Button onClick={() => send({ type: 'room/open', displayId: null, windowed: true })}>{t('room.window')}</Button>
        {open && <Button onClick={() => send({ type: 'room/close' })}>{t('room.close')}</Button>}
      </Group>
    </Panel>
  );
}
