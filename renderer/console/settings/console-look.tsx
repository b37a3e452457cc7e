import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../shared/content/language';
import { Panel } from '../kit/panel';
import { useView } from '../mirror/hooks';
import { ChoiceRow, SettingRow } from './setting-row';
import styles from './settings.module.css';
import { useChange } from './use-setting';

/** How this window looks and speaks. */
export function ConsoleLook() {
  const { t } = useTranslation('settings');
  const change = useChange();
  const { theme, language } = useView(({ settings }) => settings);
  // One that was chosen elsewhere, such as the marked test language, is kept in the list.
  const languages = [...new Set([...Object.keys(languageNames), language])];
  return (
    <Panel title={t('console.title')}>
      <div className={styles.rows}>
        <ChoiceRow
          label={t('console.theme')}
          text={t('console.themeText')}
          value={theme}
          choices={[
            { value: 'system', label: t('console.system') },
            { value: 'light', label: t('console.light') },
            { value: 'dark', label: t('console.dark') },
          ]}
          onChange={(value) => change({ theme: value })}
        />
        <SettingRow label={t('console.language')} text={t('console.languageText')}>
          {(ids) => (
            <NativeSelect
              className={styles.wide}
              aria-labelledby={ids.label}
              aria-describedby={ids.text}
              value={language}
              data={languages.map((id) => ({ value: id, label: languageNames[id] ?? id }))}
              onChange={(event) => change({ language: event.currentTarget.value })}
            />
          )}
        </SettingRow>
      </div>
    </Panel>
  );
}
