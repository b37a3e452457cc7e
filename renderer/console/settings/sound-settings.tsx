import { NativeSelect, Slider, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { useView } from '../mirror/hooks';
import { ring } from '../sound/chime';
import { SettingRow } from './setting-row';
import styles from './settings.module.css';
import { useChange } from './use-setting';

/** The sound outputs of this machine, as far as it names them. */
function useOutputs(): readonly MediaDeviceInfo[] {
  const [outputs, setOutputs] = useState<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (mediaDevices === undefined) return;
    const look = async () => {
      const all = await mediaDevices.enumerateDevices().catch(() => []);
      setOutputs(
        all.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '' && deviceId !== 'default'),
      );
    };
    void look();
    mediaDevices.addEventListener('devicechange', look);
    return () => mediaDevices.removeEventListener('devicechange', look);
  }, []);
  return outputs;
}

/** The chime: whether, how loud, and where it comes out. */
export function SoundSettings() {
  const { t } = useTranslation('settings');
  const change = useChange();
  const sound = useView(({ settings }) => settings.sound);
  const outputs = useOutputs();
  const [volume, setVolume] = useState(sound.volume);
  useEffect(() => setVolume(sound.volume), [sound.volume]);
  return (
    <Panel
      title={t('sound.title')}
      text={t('sound.text')}
      aside={
        <Button size="compact-md" disabled={!sound.on} onClick={() => void ring('chime', sound)}>
          {t('sound.test')}
        </Button>
      }
    >
      <div className={styles.rows}>
        <SettingRow label={t('sound.on')} text={t('sound.onText')}>
          {() => (
            <Switch
              aria-label={t('sound.on')}
              checked={sound.on}
              onChange={(event) => change({ sound: { ...sound, on: event.currentTarget.checked } })}
            />
          )}
        </SettingRow>
        <SettingRow label={t('sound.volume')}>
          {() => (
            <Slider
              className={styles.wide}
              thumbLabel={t('sound.volume')}
              min={0}
              max={1}
              step={0.05}
              label={(value) => t('sound.percent', { percent: Math.round(value * 100) })}
              disabled={!sound.on}
              value={volume}
              onChange={setVolume}
              onChangeEnd={(value) => change({ sound: { ...sound, volume: value } })}
            />
          )}
        </SettingRow>
        <SettingRow label={t('sound.device')} text={t('sound.deviceText')}>
          {(ids) => (
            <NativeSelect
              className={styles.wide}
              aria-labelledby={ids.label}
              aria-describedby={ids.text}
              value={outputs.some(({ deviceId }) => deviceId === sound.device) ? (sound.device ?? '') : ''}
              data={[
                { value: '', label: t('sound.system') },
                ...outputs.map(({ deviceId, label }, index) => ({
                  value: deviceId,
                  label: label || t('sound.output', { n: index + 1 }),
                })),
              ]}
              onChange={(event) => change({ sound: { ...sound, device: event.currentTarget.value || null } })}
            />
          )}
        </SettingRow>
      </div>
    </Panel>
  );
}
