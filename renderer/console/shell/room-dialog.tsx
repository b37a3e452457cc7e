import { Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { Dialog } from '../kit/dialog';
import { useAsk, useCommand, useLocal, useView } from '../mirror/hooks';
import { useDisplayNames } from '../mirror/use-display-names';
import styles from './shell.module.css';

/** Asks where the room should appear; with one display, a clear yes before it opens in a window (S3). */
export function RoomDialog() {
  const { t } = useTranslation('shell');
  const send = useCommand();
  const ask = useAsk();
  const nameOf = useDisplayNames();
  const open = useLocal(({ place }) => place.asking === 'room');
  const { displays, room } = useView(({ screens }) => screens);
  const mirrored = useView(({ screens }) => screens.mirrored === 'yes');
  const others = displays.filter((display) => !display.console);
  const alone = others.length === 0;

  const choose = (displayId: string | null, windowed: boolean) => {
    ask(null);
    void send({ type: 'room/open', displayId, windowed });
  };
  const title = alone && room.state === 'closed' ? t('room.noneQuestion') : t('room.title');
  return (
    <Dialog open={open} onClose={() => ask(null)} title={title} size="lg">
      <Stack gap="lg">
        <Text>{mirrored ? t('room.mirrored') : alone ? t('room.none') : t('room.several')}</Text>
        {!alone && !mirrored && (
          <div className={styles.displays}>
            {others.map((display) => (
              <Button
                key={display.id}
                look={others.length === 1 ? 'primary' : 'plain'}
                justify="flex-start"
                size="md"
                leftSection={<IconDeviceDesktop size="1.25rem" />}
                onClick={() => choose(display.id, false)}
              >
                {t('room.use', { display: nameOf(display) })}
                {` · ${t('room.size', { width: display.width, height: display.height })}`}
                {room.displayId === display.id && room.state !== 'closed' ? ` · ${t('room.now')}` : ''}
              </Button>
            ))}
          </div>
        )}
        <Group justify="space-between">
          <Group gap="sm">
            {displays.length > 1 && (
              <Button look="quiet" onClick={() => send({ type: 'room/identify' })}>
                {t('room.identify')}
              </Button>
            )}
            {room.state !== 'closed' && (
              <Button
                look="quiet"
                onClick={() => {
                  ask(null);
                  void send({ type: 'room/close' });
                }}
              >
                {t('room.close')}
              </Button>
            )}
          </Group>
          <Group gap="sm">
            <Button onClick={() => ask(null)}>{t('notNow')}</Button>
            <Button look={alone || mirrored ? 'primary' : 'plain'} onClick={() => choose(null, true)}>
              {t('room.openWindow')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Dialog>
  );
}
