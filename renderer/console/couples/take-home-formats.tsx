import { useTranslation } from 'react-i18next';
import { type FormatName, formatNames } from '../../../shared/couple/summary/formats';
import styles from './take-home.module.css';
import { Tick } from './tick';

interface FormatChoiceProps {
  readonly chosen: readonly FormatName[];
  readonly choose: (chosen: readonly FormatName[]) => void;
}

/** In which formats copies are made. */
export function FormatChoice({ chosen, choose }: FormatChoiceProps) {
  const { t } = useTranslation('couples');
  return (
    <fieldset className={styles.formats}>
      <legend className={styles.caption}>{t('takeHome.formats')}</legend>
      {formatNames.map((format) => (
        <Tick
          key={format}
          label={t(`takeHome.format.${format}`)}
          checked={chosen.includes(format)}
          onChange={(on) => choose(on ? [...chosen, format] : chosen.filter((one) => one !== format))}
        />
      ))}
    </fieldset>
  );
}
