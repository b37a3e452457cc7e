import { useTranslation } from 'react-i18next';
import { type FormatName, formatNames } from '../../../shared/couple/summary/formats';
import styles from './take-home.module.css';

interface FormatChoiceProps {
  readonly chosen: readonly FormatName[];
  readonly choose: (chosen: readonly FormatName[]) => void;
}

/** In which formats copies are made. */
export function FormatChoice({ chosen, choose }: FormatChoiceProps) {
  const { t } = useTranslation('couples');
  return (
    <fieldset className={styles.formats}>
      <legend>{t('takeHome.formats')}</legend>
      {formatNames.map((format) => (
        <label key={format} className={styles.format}>
          <input
            type="checkbox"
            checked={chosen.includes(format)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? [...chosen, format] : chosen.filter((one) => one !== format))
            }
          />
          {t(`takeHome.format.${format}`)}
        </label>
      ))}
    </fieldset>
  );
}
