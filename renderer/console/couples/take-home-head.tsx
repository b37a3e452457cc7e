import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Version, versions } from '../../../shared/couple/summary/version';
import type { Readiness } from '../../../shared/session/view/copy-standing';
import styles from './take-home.module.css';

/** Which couples are listed: all, or those of whom some copy stands so. */
export const amongReady = ['all', 'ready', 'no-consent', 'nothing'] as const;
export type AmongReady = (typeof amongReady)[number];

/** How each copy of a couple stands for the formats that are ticked. */
export type Stands = Readonly<Record<Version, Readiness | 'none'>>;

export const isAmong = (stands: Stands, among: AmongReady): boolean =>
  among === 'all' || versions.some((version) => stands[version] === among);

interface HeadProps {
  readonly couples: readonly Stands[];
  readonly among: AmongReady;
  readonly setAmong: (among: AmongReady) => void;
}

/** How many couples are ready, how many lack a yes, how many have nothing; each of them can be looked at alone. */
export function TakeHomeHead({ couples, among, setAmong }: HeadProps) {
  const { t } = useTranslation('couples');
  const count = (of: AmongReady): number => couples.filter((stands) => isAmong(stands, of)).length;
  return (
    <SegmentedControl
      className={styles.among ?? ''}
      size="xs"
      aria-label={t('takeHome.among.label')}
      data={amongReady.map((of) => ({ value: of, label: t(`takeHome.among.${of}`, { n: count(of) }) }))}
      value={among}
      onChange={(wanted) => setAmong(amongReady.find((of) => of === wanted) ?? 'all')}
    />
  );
}
