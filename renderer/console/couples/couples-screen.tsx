import { Tabs } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal, useMirrorDispatch } from '../mirror/hooks';
import { closedPage, couplesParts, openedPage, wentToPart } from '../mirror/store';
import { CouplePage } from './couple-page';
import styles from './couples.module.css';
import { parts } from './parts';
import { useFoundCouples } from './use-found-couples';
import { usePageNames } from './use-page-names';

const tabStyles = { list: styles.tabs ?? '', tab: styles.tab ?? '', panel: styles.part ?? '' };

const pageValue = (id: string): string => `page/${id}`;

/** The couples, whatever is led: one part, or one couple's page, at a time. */
export function CouplesScreen() {
  const { t } = useTranslation('couples');
  const part = useLocal(({ place }) => place.part);
  const page = useLocal(({ place }) => place.page);
  const pages = useLocal(({ place }) => place.pages);
  const dispatch = useMirrorDispatch();
  const turn = (wanted: string | null) => {
    const found = couplesParts.find((one) => one === wanted);
    const id = pages.find((one) => pageValue(one) === wanted);
    if (found !== undefined) dispatch(wentToPart(found));
    else if (id !== undefined) dispatch(openedPage(id));
  };
  const value = page === null ? part : pageValue(page);
  return (
    <Tabs className={styles.couples ?? ''} value={value} onChange={turn} keepMounted={false} classNames={tabStyles}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <Tabs.List aria-label={t('parts.label')}>
          {couplesParts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`parts.${one}`)}
            </Tabs.Tab>
          ))}
          {pages.map((id) => (
            <PageTab key={id} id={id} value={pageValue(id)} />
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
      {pages.map((id) => (
        <Tabs.Panel key={id} value={pageValue(id)} tabIndex={-1}>
          <CouplePage id={id} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** A couple's page among the tabs: Delete closes it, and so does the middle button. */
function PageTab({ id, value }: { readonly id: string; readonly value: string }) {
  const { t } = useTranslation('couples');
  const dispatch = useMirrorDispatch();
  const couple = usePageNames(id);
  const close = () => dispatch(closedPage(id));
  // Of a couple that was removed no page stays (S12).
  const gone = useFoundCouples({ id })?.of === 0;
  useEffect(() => {
    if (gone) dispatch(closedPage(id));
  }, [gone, dispatch, id]);
  return (
    <Tabs.Tab
      value={value}
      className={styles.pageTab ?? ''}
      onKeyDown={(event) => event.key === 'Delete' && close()}
      onAuxClick={(event) => event.button === 1 && close()}
      rightSection={
        <span
          className={styles.close}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            close();
          }}
        >
          <IconX size={14} />
        </span>
      }
      title={t('page.close', { couple })}
    >
      {couple}
    </Tabs.Tab>
  );
}
