import { Checkbox, Menu, Text, TextInput } from '@mantine/core';
import { IconDots, IconSearch, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '../../../shared/session/policy/names-in';
import type { RetreatLine } from '../../../shared/session/state/session';
import { firstClick, IconButton } from '../kit/button';
import { Confirm } from '../kit/confirm';
import { agoText, dateText } from '../kit/dates';
import { EmptyState, Panel } from '../kit/panel';
import { useContent } from '../mirror/content';
import { useAsk, useClock, useCommand, useGo, useLocal, useView } from '../mirror/hooks';
import { useLanguage } from '../mirror/use-language';
import styles from './home.module.css';
import { useGrowing } from './use-growing';

/** From this many on, a search field helps. */
const many = 7;

/** The retreats of this library, the one worked on last at the top. */
export function RetreatList() {
  const { t } = useTranslation(['home', 'shell']);
  const shelf = useView((view) => view.shelf);
  const send = useCommand();
  const [query, setQuery] = useState('');
  const ask = useAsk();
  const asking = useLocal(({ place }) => place.asking === 'delete-retreat');
  const about = useLocal(({ place }) => place.about);
  const toGo = shelf.find(({ id }) => id === about);
  // What the question speaks of stays in it while it fades.
  const asked = useRef<RetreatLine>(null);
  if (toGo !== undefined) asked.current = toGo;
  const [keepCouples, setKeepCouples] = useState(false);
  useEffect(() => {
    if (asking) setKeepCouples(false);
  }, [asking]);
  const [shown, end] = useGrowing();
  const wanted = folded(query.trim());
  const found = [...shelf]
    .sort((one, other) => other.touchedAt - one.touchedAt)
    .filter((line) => folded(line.title).includes(wanted));
  const remove = () => {
    ask(null);
    if (toGo !== undefined) void send({ type: 'retreat/delete', id: toGo.id, keepCouples });
  };
  const search = shelf.length >= many && (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size={16} />}
      value={query}
      onChange={(event) => setQuery(event.currentTarget.value)}
    />
  );
  return (
    <Panel title={t('retreats')} aside={search}>
      {shelf.length === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
      {shelf.length > 0 && found.length === 0 && <p>{t('searchNone')}</p>}
      {found.length > 0 && (
        <ul className={styles.rows}>
          {found.slice(0, shown).map((line) => (
            <RetreatRow key={line.id} line={line} />
          ))}
          {found.length > shown && <li key={shown} ref={end} aria-hidden />}
        </ul>
      )}
      <Confirm
        open={asking && toGo !== undefined}
        title={t('removeTitle', { title: asked.current?.title ?? '' })}
        text={t('removeText')}
        yes={t('removeYes')}
        no={t('shell:cancel')}
        danger
        onYes={remove}
        onNo={() => ask(null)}
      >
        {asked.current !== null && <CouplesToGo line={asked.current} keep={keepCouples} onKeep={setKeepCouples} />}
      </Confirm>
    </Panel>
  );
}

interface CouplesToGoProps {
  readonly line: RetreatLine;
  readonly keep: boolean;
  readonly onKeep: (keep: boolean) => void;
}

/** How many couples go with a retreat and how many stay, and the choice to keep them. */
function CouplesToGo({ line, keep, onKeep }: CouplesToGoProps) {
  const { t } = useTranslation('home');
  const alone = line.couples - line.shared;
  return (
    <>
      {alone > 0 && <Text>{t(keep ? 'removeKept' : 'removeGo', { count: alone })}</Text>}
      {line.shared > 0 && <Text>{t('removeStay', { count: line.shared })}</Text>}
      {alone > 0 && (
        <Checkbox label={t('removeKeep')} checked={keep} onChange={(event) => onKeep(event.currentTarget.checked)} />
      )}
    </>
  );
}

function RetreatRow({ line }: { readonly line: RetreatLine }) {
  const { t } = useTranslation('home');
  const ask = useAsk();
  const send = useCommand();
  const go = useGo();
  const clock = useClock();
  const content = useContent();
  const language = useLanguage();
  const isOpen = useView(({ retreat }) => retreat?.id === line.id);

  const open = async () => {
    if (isOpen || (await send({ type: 'retreat/open', id: line.id })).ok) go('prepare');
  };
  return (
    <li className={styles.row}>
      <button type="button" className={styles.rowOpen} onClick={firstClick(open)}>
        <span className={styles.rowTitle}>
          <span className={styles.rowName} title={line.title}>
            {line.title}
          </span>
          {line.demo && <span className={styles.mark}>{t('demoMark')}</span>}
          {isOpen && <span className={styles.mark}>{t('openIs')}</span>}
        </span>
        <span>{dateText(line.firstDate, language)}</span>
        <span>
          {content.program(line.program)?.title} · {t('couples', { count: line.couples })}
        </span>
        <span>{agoText(line.touchedAt, clock.now().wall, language)}</span>
      </button>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <IconButton label={t('more', { title: line.title })} icon={<IconDots size={18} />} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => ask('delete-retreat', line.id)}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
