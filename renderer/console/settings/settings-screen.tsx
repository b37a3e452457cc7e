import { useTranslation } from 'react-i18next';
import { Panel } from '../kit/panel';
import { VersionList } from '../shell/about-box';
import { ConsoleLook } from './console-look';
import { HelpLines } from './help-lines';
import { LibraryFolder } from './library-folder';
import { RoomSetUp } from './room-set-up';
import styles from './settings.module.css';
import { SoundSettings } from './sound-settings';
import { WallLook } from './wall-look';

const parts = ['room', 'look', 'sound', 'help', 'console', 'data'] as const;

export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'shell']);
  const part = (id: string) => `settings-${id}`;
  const show = (id: string) => {
    const found = document.getElementById(part(id));
    found?.scrollIntoView();
    found?.focus();
  };
  return (
    <div className={styles.settings}>
      <div className={styles.side}>
        <h1 className={styles.title}>{t('title')}</h1>
        <nav aria-label={t('parts')}>
          {parts.map((id) => (
            <button key={id} type="button" className={styles.link} onClick={() => show(id)}>
              {t(`${id}.title`)}
            </button>
          ))}
          <button type="button" className={styles.link} onClick={() => show('about')}>
            {t('shell:about.title')}
          </button>
        </nav>
      </div>
      <div className={styles.parts}>
        <div id={part('room')} className={styles.part} tabIndex={-1}>
          <RoomSetUp />
        </div>
        <div id={part('look')} className={styles.part} tabIndex={-1}>
          <WallLook />
        </div>
        <div id={part('sound')} className={styles.part} tabIndex={-1}>
          <SoundSettings />
        </div>
        <div id={part('help')} className={styles.part} tabIndex={-1}>
          <HelpLines />
        </div>
        <div id={part('console')} className={styles.part} tabIndex={-1}>
          <ConsoleLook />
        </div>
        <div id={part('data')} className={styles.part} tabIndex={-1}>
          <LibraryFolder />
        </div>
        <div id={part('about')} className={styles.part} tabIndex={-1}>
          <Panel title={t('shell:about.title')} text={t('shell:about.text')}>
            <VersionList />
            <p className={styles.rowText}>
              {t('shell:about.claim')} {t('shell:about.licence')}
            </p>
          </Panel>
        </div>
      </div>
    </div>
  );
}
