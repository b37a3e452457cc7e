import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocal, useMirrorDispatch } from '../mirror/hooks';
import { couplesParts, wentToPart } from '../mirror/store';
import styles from './couples.module.css';
import { parts } from './parts';

const tabStyles = { list: styles.tabs ?? '', tab: styles.tab ?? '', panel: styles.part ?? '' };

/** The couples, whatever is led: one part at a time. */
export function CouplesScreen() {
  const { t } = useTranslation('couples');
  const part = useLocal(({ place }) => place.part);
  const dispatch = useMirrorDispatch();
  const turn = (wanted: string | null) => {
    const found = couplesParts.find((one) => one === wanted);
    if (found !== undefined) dispatch(wentToPart(found));
  };
  return (
    <Tabs className={styles.couples ?? ''} value={part} onChange={turn} keepMounted={false} classNames={tabStyles}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <Tabs.List aria-label={t('parts.label')}>
          {couplesParts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`parts.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </header>
      {couplesParts.map((one) => {
        const Part = parts[one];
        return (
          <Tabs.Panel key={one} value={one} tabIndex={-1}>
            <Part />
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
