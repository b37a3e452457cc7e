import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../mirror/hooks';
import { findOutput } from '../sound/outputs';
import { useOutputs } from '../sound/use-outputs';
import type { RowIds } from './setting-row';
import styles from './settings.module.css';
import { useChange } from './use-setting';

/** Where the chime comes out. A chosen output that is unplugged stays chosen. */
export function OutputSelect({ ids }: { readonly ids: RowIds }) {
  const { t } = useTranslation('settings');
  const change = useChange();
  const sound = useView(({ settings }) => settings.sound);
  const outputs = useOutputs() ?? [];
  const { device } = sound;
  const found = device === null ? null : findOutput(outputs, device);
  const gone = device !== null && found === null ? [device] : [];
  return (
    <NativeSelect
      className={styles.wide}
      aria-labelledby={ids.label}
      aria-describedby={ids.text}
      value={(found ?? device)?.id ?? ''}
      data={[
        { value: '', label: t('sound.system') },
        ...outputs.map(({ id, label }) => ({ value: id, label })),
        ...gone.map(({ id, label }) => ({ value: id, label: t('sound.unplugged', { output: label }) })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = [...outputs, ...gone].find(({ id }) => id === value);
        change({ sound: { ...sound, device: chosen ?? null } });
      }}
    />
  );
}
