import { Menu, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oneLine } from '../../../shared/room/one-line';
import { wallCaps } from '../../../shared/room/wall-constants';
import { messageField } from '../keys/called-field';
import { Button, IconButton } from '../kit/button';
import { Measure } from '../kit/measure';
import { useClock, useCommand, useView } from '../mirror/hooks';
import { useFormDraft } from '../mirror/use-draft';
import { useNameWarning } from '../mirror/use-name-warning';
import styles from './message-box.module.css';
import { presets } from './presets';
import shared from './run.module.css';

/** So few signs are left that a screen reader says how many; before that each letter would speak. */
const nearlyFull = 20;

/** A line over the scene. It says before it is shown whether it would fit, and whether it names someone. */
export function MessageBox() {
  const { t } = useTranslation('run');
  const send = useCommand();
  const { text, change } = useFormDraft('message');
  const showing = useView(({ live }) => live.stage.message);
  const clock = useClock();
  const room = useView((view) => view.room);
  const size = useView(({ screens }) => screens.room);
  const field = useRef<HTMLInputElement>(null);
  const measured = useDeferredValue(oneLine(text));
  const [tight, setTight] = useState<string | null>(null);
  useEffect(() => {
    if (messageField.wanted()) field.current?.focus();
  }, []);

  const show = async () => {
    const message = oneLine(text);
    if (message === '') return;
    const answer = send({ type: 'stage/message', text: message });
    // What is typed from here on is another message.
    change('');
    if (!(await answer).ok) {
      if (field.current?.value === '') change(text);
      return;
    }
    // Once it is up the next plain key is meant for the room again: C takes it down.
    field.current?.blur();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') void show();
  };

  /** Under the keyboard, so that Enter shows it, or it is first made to fit the moment. */
  const choose = (ready: string) => {
    change(ready);
    field.current?.focus();
  };

  const left = wallCaps.message - text.length;
  const named = useNameWarning([text]);
  const warning = named ?? (tight !== null && tight === oneLine(text) ? t('message.tight') : null);
  const hint = showing === null ? '' : t('message.showing', { text: showing });
  return (
    <section className={styles.box} aria-label={t('message.label')}>
      <div className={styles.row}>
        <TextInput
          ref={field}
          id={messageField.id}
          className={styles.field ?? ''}
          aria-label={t('message.label')}
          aria-describedby={`${messageField.id}-help`}
          placeholder={t('message.placeholder')}
          autoComplete="off"
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={press}
          rightSection={<Presets choose={choose} />}
        />
        <Button live label={t('message.sendLabel')} disabled={oneLine(text) === ''} onClick={() => void show()}>
          {t('message.send')}
        </Button>
        <Button
          live
          label={t('message.clearLabel')}
          disabled={showing === null}
          onClick={() => void send({ type: 'stage/message', text: null })}
        >
          {t('message.clear')}
        </Button>
      </div>
      <div className={styles.help} data-warn={warning !== null}>
        <span id={`${messageField.id}-help`} className={styles.say} title={warning ?? hint} role="status">
          {warning ?? hint}
        </span>
        <span aria-hidden>{text === '' ? '' : t('message.count', { n: text.length, of: wallCaps.message })}</span>
        <span className={shared.said} role="status">
          {left <= nearlyFull ? t('message.left', { count: left }) : ''}
        </span>
      </div>
      {measured !== '' && (
        <Measure
          key={measured}
          view={{ ...room, cover: { kind: 'none' }, cue: null, message: measured }}
          size={size}
          clock={clock}
          report={(fits) => setTight(fits ? null : measured)}
        />
      )}
    </section>
  );
}

function Presets({ choose }: { readonly choose: (text: string) => void }) {
  const { t } = useTranslation('run');
  return (
    // What is chosen goes into the field, and the keyboard with it.
    <Menu
      position="top-end"
      withinPortal
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <IconButton live size={28} label={t('message.ready')} icon={<IconChevronDown size="1rem" aria-hidden />} />
      </Menu.Target>
      <Menu.Dropdown>
        {presets.map((preset) => (
          <Menu.Item key={preset} onClick={() => choose(t(`message.presets.${preset}`))}>
            {t(`message.presets.${preset}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
