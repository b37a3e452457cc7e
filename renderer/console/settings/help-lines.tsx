import { Checkbox, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedHelpLine } from '../../../shared/exercise/help-line';
import { helpCaps } from '../../../shared/room/wall-constants';
import { draftKey } from '../../../shared/session/state/drafts';
import { Button, IconButton } from '../kit/button';
import { Panel } from '../kit/panel';
import { useSending } from '../kit/use-sending';
import { useLatest, useView } from '../mirror/hooks';
import { KeptField } from '../mirror/kept-field';
import { type FormDraft, useFormDraft } from '../mirror/use-draft';
import { HelpCheck } from './help-check';
import styles from './settings.module.css';
import { useChange } from './use-setting';

const parts = ['name', 'number', 'note'] as const;
type Part = (typeof parts)[number];

const settings = { document: 'settings' } as const;
/** One part of one line, among all fields of the settings. */
const fieldOf = (index: number, part: Part): string => `help/${index}/${part}`;

/** The line to be added. It is there again when its page died. */
function useAdding(): Readonly<Record<Part, FormDraft>> {
  return {
    name: useFormDraft('help-name'),
    number: useFormDraft('help-number'),
    note: useFormDraft('help-note'),
  };
}

/** The crisis lines of the help card, for the place the retreat is in (S22). */
export function HelpLines() {
  const { t } = useTranslation('settings');
  const change = useChange();
  const lines = useView((view) => view.helpLines);
  const latest = useLatest((view) => view.helpLines);
  const own = useView(({ settings }) => settings.helpLines !== null);
  const drafts = useView((view) => view.drafts);
  const adding = useAdding();
  /** What was sent and not yet answered: what is changed next is changed in that. */
  const sent = useRef<readonly ListedHelpLine[] | null>(null);
  const newest = () => sent.current ?? latest();
  const keep = async (helpLines: readonly ListedHelpLine[]) => {
    sent.current = helpLines;
    const answer = await change({ helpLines: [...helpLines] });
    if (sent.current === helpLines) sent.current = null;
    return answer;
  };
  const withLine = (all: readonly ListedHelpLine[], index: number, patch: Partial<ListedHelpLine>) =>
    all.map((each, at) => (at === index ? { ...each, ...patch } : each));
  /** With what is typed and not yet kept: all of it is to fit. */
  const wanted = lines.map((line, index) => {
    const typed = (part: Part) => drafts[draftKey(settings, fieldOf(index, part))]?.text ?? line[part];
    return { name: typed('name'), number: typed('number'), note: typed('note') };
  });
  const { name, number, note } = adding;
  if (name.text.trim() !== '' || number.text.trim() !== '')
    wanted.push({ name: name.text, number: number.text, note: note.text });
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
        <span>{t('help.aloneHead')}</span>
      </div>
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; it has no other identity
          <li key={index} className={styles.line}>
            {parts.map((part) => (
              <KeptField
                key={part}
                of={settings}
                field={fieldOf(index, part)}
                bare
                label={t(`help.${part}`, { n: index + 1 })}
                value={line[part]}
                maxLength={helpCaps[part]}
                check={(text) => (part !== 'note' && text.trim() === '' ? t('help.needed') : null)}
                onCommit={(text) => keep(withLine(newest(), index, { [part]: text }))}
              />
            ))}
            <Checkbox
              className={styles.alone ?? ''}
              aria-label={t('help.alone', { name: line.name })}
              title={t('help.aloneText')}
              checked={line.alone}
              onChange={(event) => keep(withLine(newest(), index, { alone: event.currentTarget.checked }))}
            />
            <IconButton
              label={t('help.remove', { name: line.name })}
              icon={<IconTrash size={16} />}
              onClick={() => keep(newest().filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {lines.length < helpCaps.lines ? (
        <AddLine line={adding} onAdd={(line) => keep([...newest(), line])} />
      ) : (
        <p className={styles.rowText}>{t('help.full', { most: helpCaps.lines })}</p>
      )}
      <p className={styles.rowText}>{t('help.aloneText')}</p>
      <HelpCheck lines={wanted} />
    </Panel>
  );
}

interface AddLineProps {
  readonly line: ReturnType<typeof useAdding>;
  readonly onAdd: (line: ListedHelpLine) => void;
}

function AddLine({ line, onAdd }: AddLineProps) {
  const { t } = useTranslation('settings');
  const added = { name: line.name.text.trim(), number: line.number.text.trim(), note: line.note.text.trim() };
  const [alone, setAlone] = useState(false);
  const wrong = (part: Part): boolean => part !== 'note' && added[part] === '';
  const { form, tried, renew } = useSending(parts.some(wrong), () => {
    onAdd({ ...added, alone });
    setAlone(false);
    for (const part of parts) line[part].change('');
    renew();
  });
  return (
    <form {...form} aria-label={t('help.addTitle')} className={styles.lines}>
      <div className={styles.line}>
        {parts.map((part) => (
          <TextInput
            key={part}
            label={t(`help.${part}Head`)}
            value={line[part].text}
            error={tried && wrong(part) && t('help.needed')}
            onChange={(event) => line[part].change(event.currentTarget.value)}
          />
        ))}
        <Checkbox
          className={styles.alone ?? ''}
          aria-label={t('help.aloneAdded')}
          checked={alone}
          onChange={(event) => setAlone(event.currentTarget.checked)}
        />
      </div>
      <div>
        <Button type="submit">{t('help.add')}</Button>
      </div>
    </form>
  );
}
