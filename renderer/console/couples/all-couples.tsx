import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundCouple } from '../../../shared/session/protocol/couple-search';
import { firstClick } from '../kit/button';
import { dateText } from '../kit/dates';
import { EmptyState } from '../kit/panel';
import { useMirrorDispatch, useView } from '../mirror/hooks';
import { openedPage } from '../mirror/store';
import { useLanguage } from '../mirror/use-language';
import styles from './all-couples.module.css';
import { useFoundCouples } from './use-found-couples';

/** Every couple of every retreat, found by name. */
export function AllCouples() {
  const { t } = useTranslation('couples');
  const [text, setText] = useState('');
  const found = useFoundCouples({ text });
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
      <p className={styles.count} role="status">
        {found !== null && t('all.count', { count: found.of })}
      </p>
      {found?.of === 0 && text.trim() === '' && <EmptyState title={t('all.none')} text={t('all.noneText')} />}
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

interface CoupleLineProps {
  readonly couple: FoundCouple;
}

/** A letter in the search leaves the lines alone until what it finds is there. */
const CoupleLine = memo(function CoupleLine({ couple: { id, A, B, retreats } }: CoupleLineProps) {
  const { t } = useTranslation(['couples', 'shell']);
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
      </button>
    </li>
  );
});
