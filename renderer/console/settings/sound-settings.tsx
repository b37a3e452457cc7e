import { Slider, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { Panel } from '../kit/panel';
import { say } from '../kit/say';
import { useView } from '../mirror/hooks';
import { ring } from '../sound/chime';
import { OutputSelect } from './output-select';
import { SettingRow } from './setting-row';
import styles from './settings.module.css';
import { useChange } from './use-setting';

/** The chime: whether, how loud, and where it comes out. */
export function SoundSettings() {
  const { t } = useTranslation(['settings', 'shell']);
  const change = useChange();
  const sound = useView(({ settings }) => settings.sound);
  const [volume, setVolume] = useState(sound.volume);
  useEffect(() => setVolume(sound.volume), [sound.volume]);
  const test = async (): Promise<void> => {
    if (await ring('chime', sound)) return;
    say({ id: 'chime', title: t('sound.failed'), text: t('sound.failedText'), close: t('shell:close') });
  };
  return (
    <Panel
      title={t('sound.title')}
      text={t('sound.text')}
      aside={
        <Button size="compact-md" disabled={!sound.on} onClick={() => void test()}>
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
          {(ids) => <OutputSelect ids={ids} />}
        </SettingRow>
      </div>
    </Panel>
  );
}
