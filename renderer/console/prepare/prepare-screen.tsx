import { useTranslation } from 'react-i18next';

export function PrepareScreen() {
  const { t } = useTranslation('prepare');
  return <h1>{t('title')}</h1>;
}
