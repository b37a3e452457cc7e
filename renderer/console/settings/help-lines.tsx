import { TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cutTo } from '../../../shared/room/one-line';
import type { HelpLine } from '../../../shared/room/room-view';
import { helpCaps } from '../../../shared/room/wall';
import { Button, IconButton } from '../kit/button';
import { Field } from '../kit/field';
import { Panel } from '../kit/panel';
import { useLatest, useView } from '../mirror/hooks';
import { HelpCheck } from './help-check';
import styles from './settings.module.css';
import { useChange } from './use-setting';

const parts = ['name', 'number', 'note'] as const;
const none: readonly HelpLine[] = [];
const blank: HelpLine = { name: '', number: '', note: '' };

/** The crisis lines of the help card, for the place the retreat is in (S22). */
export function HelpLines() {
  const { t } = useTranslation('settings');
  const change = useChange();
  const lines = useView((view) => view.helpLines);
  const latest = useLatest((view) => view.helpLines);
  const own = useView(({ settings }) => settings.helpLines !== null);
  /** What is typed and not yet kept, to be measured with the rest. */
  const [typing, setTyping] = useState(none);
  const [adding, setAdding] = useState(blank);
  useEffect(() => setTyping(lines), [lines]);
  /** What was sent and not yet answered: what is changed next is changed in that. */
  const sent = useRef<readonly HelpLine[] | null>(null);
  const newest = () => sent.current ?? latest();
  const keep = async (helpLines: readonly HelpLine[]) => {
    sent.current = helpLines;
    await change({ helpLines: [...helpLines] });
    if (sent.current === helpLines) sent.current = null;
  };
  const withPart = (all: readonly HelpLine[], index: number, part: keyof HelpLine, text: string) =>
    all.map((each, at) => (at === index ? { ...each, [part]: text } : each));
  const wanted = adding.name.trim() === '' && adding.number.trim() === '' ? typing : [...typing, adding];
  return (
    <Panel
      title={t('help.title')}
      text={t('help.text')}
      aside={
        own && (
          <Button size="compact-md" look="quiet" onClick={() => change({ helpLines: null })}>
            {t('help.reset')}
          </Button>
        )
      }
    >
      {lines.length === 0 && <p role="alert">{t('help.empty')}</p>}
      <div className={`${styles.line} ${styles.lineHead}`} aria-hidden>
        {parts.map((part) => (
          <span key={part}>{t(`help.${part}Head`)}</span>
        ))}
      </div>
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; it has no other identity
          <li key={index} className={styles.line}>
            {parts.map((part) => (
              <Field
                key={part}
                bare
                label={t(`help.${part}`, { n: index + 1 })}
                value={line[part]}
                maxLength={helpCaps[part]}
                onType={(text) => setTyping((all) => withPart(all, index, part, text))}
                check={(text) => (part !== 'note' && text.trim() === '' ? t('help.needed') : null)}
                onCommit={(text) => keep(withPart(newest(), index, part, text))}
              />
            ))}
            <IconButton
              label={t('help.remove', { name: line.name })}
              icon={<IconTrash size={16} />}
              onClick={() => keep(newest().filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {lines.length < helpCaps.lines ? (
        <AddLine line={adding} setLine={setAdding} onAdd={(line) => keep([...newest(), line])} />
      ) : (
        <p className={styles.rowText}>{t('help.full', { most: helpCaps.lines })}</p>
      )}
      <HelpCheck lines={wanted} />
    </Panel>
  );
}

interface AddLineProps {
  readonly line: HelpLine;
  readonly setLine: (line: HelpLine) => void;
  readonly onAdd: (line: HelpLine) => void;
}

function AddLine({ line, setLine, onAdd }: AddLineProps) {
  const { t } = useTranslation('settings');
  const [tried, setTried] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (line.name.trim() === '' || line.number.trim() === '') return;
    onAdd({ name: line.name.trim(), number: line.number.trim(), note: line.note.trim() });
    setLine(blank);
    setTried(false);
  };
  return (
    <form onSubmit={add} aria-label={t('help.addTitle')} noValidate className={styles.lines}>
      <div className={styles.line}>
        {parts.map((part) => (
          <TextInput
            key={part}
            label={t(`help.${part}Head`)}
            value={line[part]}
            error={tried && part !== 'note' && line[part].trim() === ''}
            onChange={(event) => setLine({ ...line, [part]: cutTo(event.currentTarget.value, helpCaps[part]) })}
          />
        ))}
      </div>
      <div>
        <Button type="submit">{t('help.add')}</Button>
        {tried && <span role="alert"> {t('help.needed')}</span>}
      </div>
    </form>
  );
}
