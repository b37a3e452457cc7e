import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';
import { couplesAmong } from '../../../shared/session/protocol/couples-among';
import { firstClick } from '../kit/button';
import { dateText } from '../kit/dates';
import { EmptyState } from '../kit/panel';
import { useLocal, useMirrorDispatch, useView } from '../mirror/hooks';
import { openedPage, wentToCouples } from '../mirror/store';
import { useLanguage } from '../mirror/use-language';
import styles from './all-couples.module.css';
import { useFoundCouples } from './use-found-couples';

/** Every couple of every retreat, found by name. */
export function AllCouples() {
  const { t } = useTranslation(['couples', 'file']);
  const [text, setText] = useState('');
  const among = useLocal(({ place }) => place.among);
  const dispatch = useMirrorDispatch();
  const found = useFoundCouples({ text, among });
  return (
    <div className={styles.all}>
      <TextInput
        className={styles.search ?? ''}
        type="search"
        size="md"
        aria-label={t('all.search')}
        placeholder={t('all.search')}
        leftSection={<IconSearch size={18} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <SegmentedControl
        className={styles.among ?? ''}
        aria-label={t('file:among.label')}
        data={couplesAmong.map((value) => ({ value, label: t(`file:among.${value}`) }))}
        value={among}
        onChange={(value) => {
          const wanted = couplesAmong.find((one) => one === value);
          if (wanted !== undefined) dispatch(wentToCouples(wanted));
        }}
      />
      <p className={styles.count} role="status">
        {found !== null && t('all.count', { count: found.of })}
      </p>
      {found?.of === 0 && <NobodyFound searched={text.trim() !== ''} />}
      <ul className={styles.list} aria-label={t('parts.all')}>
        {found?.couples.map((couple) => (
          <CoupleLine key={couple.id} couple={couple} />
        ))}
      </ul>
      {found !== null && found.of > found.couples.length && (
        <p className={styles.count}>{t('all.more', { count: found.of - found.couples.length })}</p>
      )}
    </div>
  );
}

/** Why the list is empty, and what would fill it. */
function NobodyFound({ searched }: { readonly searched: boolean }) {
  const { t } = useTranslation(['couples', 'file']);
  const among = useLocal(({ place }) => place.among);
  const everyone = useFoundCouples({ text: '' });
  if (searched) return <p className={styles.soft}>{t('file:notFound')}</p>;
  if (everyone === null) return null;
  if (everyone.of === 0) return <EmptyState title={t('all.none')} text={t('all.noneText')} />;
  return <EmptyState title={t(`file:amongNone.${among}`)} text={t(`file:amongNone.${among}Text`)} />;
}

interface CoupleLineProps {
  readonly couple: FoundCouple;
}

/** A letter in the search leaves the lines alone until what it finds is there. */
const CoupleLine = memo(function CoupleLine({ couple: { id, A, B, retreats, due } }: CoupleLineProps) {
  const { t } = useTranslation(['couples', 'shell', 'file', 'charter']);
  const dispatch = useMirrorDispatch();
  const language = useLanguage();
  const discreet = useView((view) => view.discreet);
  const named = A !== '' && B !== '' ? t('shell:pair', { A, B }) : A || B || t('all.unnamed');
  const [last] = retreats;
  return (
    <li>
      <button type="button" className={styles.couple} onClick={firstClick(() => void dispatch(openedPage(id)))}>
        <span className={styles.names}>{discreet ? t('all.hidden') : named}</span>
        <span className={styles.soft}>
          {last !== undefined && t('all.last', { title: last.title, date: dateText(last.date, language) })}
          {retreats.length > 1 && ` · ${t('all.retreats', { count: retreats.length })}`}
        </span>
        {due.length > 0 && (
          <span className={styles.due}>
            {due
              .map(({ clause, on }) =>
                t('file:review', { clause: t(`charter:kinds.${clause}`), date: dateText(on, language) }),
              )
              .join('\n')}
          </span>
        )}
      </button>
    </li>
  );
});
