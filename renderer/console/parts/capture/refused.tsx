import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../../shared/session/protocol/refusal-code';
import styles from './capture.module.css';

/** Why something was not kept and what to do, where it was typed. */
export function Refused({ refusal, id }: { readonly refusal: Refusal; readonly id?: string }) {
  const { t } = useTranslation('refusals');
  return (
    <p id={id} role="alert" className={styles.refused}>
      {t(`${refusal.code}.reason`, { ...refusal.values })}. {t(`${refusal.code}.next`, { ...refusal.values })}
    </p>
  );
}
