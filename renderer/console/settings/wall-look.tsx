import { useTranslation } from 'react-i18next';
import { Panel } from '../kit/panel';
import { useView } from '../mirror/hooks';
import { ChoiceRow } from './setting-row';
import styles from './settings.module.css';
import { useChange } from './use-setting';

/** How the room's wall looks. */
export function WallLook() {
  const { t } = useTranslation('settings');
  const change = useChange();
  const { palette, digits, motion, blankColour, hour12 } = useView(({ settings }) => settings);
  return (
    <Panel title={t('look.title')}>
      <div className={styles.rows}>
        <ChoiceRow
          label={t('look.palette')}
          text={t('look.paletteText')}
          value={palette}
          choices={[
            { value: 'paper', label: t('look.paper') },
            { value: 'dusk', label: t('look.dusk') },
          ]}
          onChange={(value) => change({ palette: value })}
        />
        <ChoiceRow
          label={t('look.digits')}
          text={t('look.digitsText')}
          value={digits}
          choices={[
            { value: 'none', label: t('look.none') },
            { value: 'minutes', label: t('look.minutes') },
            { value: 'seconds', label: t('look.seconds') },
          ]}
          onChange={(value) => change({ digits: value })}
        />
        <ChoiceRow
          label={t('look.motion')}
          text={t('look.motionText')}
          value={motion}
          choices={[
            { value: 'full', label: t('look.full') },
            { value: 'reduced', label: t('look.reduced') },
          ]}
          onChange={(value) => change({ motion: value })}
        />
        <ChoiceRow
          label={t('look.blank')}
          text={t('look.blankText')}
          value={blankColour}
          choices={[
            { value: 'ground', label: t('look.ground') },
            { value: 'black', label: t('look.black') },
          ]}
          onChange={(value) => change({ blankColour: value })}
        />
        <ChoiceRow
          label={t('look.clock')}
          text={t('look.clockText')}
          value={hour12 ? 'hour12' : 'hour24'}
          choices={[
            { value: 'hour24', label: t('look.hour24') },
            { value: 'hour12', label: t('look.hour12') },
          ]}
          onChange={(value) => change({ hour12: value === 'hour12' })}
        />
      </div>
    </Panel>
  );
}
