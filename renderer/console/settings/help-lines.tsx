import { TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpLine } from '../../../shared/room/room-view';
import { wallCaps } from '../../../shared/room/wall';
import { Button, IconButton } from '../kit/button';
import { Field } from '../kit/field';
import { Panel } from '../kit/panel';
import { useView } from '../mirror/hooks';
import styles from './settings.module.css';
import { useChange } from './use-setting';

const caps: Readonly<Record<keyof HelpLine, number>> = { name: wallCaps.title, number: 40, note: wallCaps.detail };
const parts = ['name', 'number', 'note'] as const;
const blank: HelpLine = { name: '', number: '', note: '' };

/** The crisis lines of the help card, for the place the retreat is in (S22). */
export function HelpLines() {
  const { t } = useTranslation('settings');
  const change = useChange();
  const lines = useView((view) => view.helpLines);
  const own = useView(({ settings }) => settings.helpLines !== null);
  const keep = (helpLines: readonly HelpLine[]) => change({ helpLines: [...helpLines] });
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
                maxLength={caps[part]}
                check={(text) => (part !== 'note' && text.trim() === '' ? t('help.needed') : null)}
                onCommit={(text) => keep(lines.map((each, at) => (at === index ? { ...each, [part]: text } : each)))}
              />
            ))}
            <IconButton
              label={t('help.remove', { name: line.name })}
              icon={<IconTrash size={16} />}
              onClick={() => keep(lines.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {lines.length < wallCaps.helpLines && <AddLine onAdd={(line) => keep([...lines, line])} />}
    </Panel>
  );
}

function AddLine({ onAdd }: { readonly onAdd: (line: HelpLine) => void }) {
  const { t } = useTranslation('settings');
  const [line, setLine] = useState(blank);
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
            maxLength={caps[part]}
            value={line[part]}
            error={tried && part !== 'note' && line[part].trim() === ''}
            onChange={(event) => setLine({ ...line, [part]: event.currentTarget.value })}
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
