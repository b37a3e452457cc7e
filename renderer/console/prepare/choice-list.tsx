import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsWords } from '../kit/holds-words';
import styles from './choice-list.module.css';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly length: string;
}

interface ChoiceListProps {
  /** What is chosen from, as a heading says it. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly error: string | null;
  readonly onChoose: (id: string) => void;
}

/** What can be put into a day: what each is for, and how long it takes. */
export function ChoiceList({ label, choices, chosen, error, onChoose }: ChoiceListProps) {
  const { t } = useTranslation('prepare');
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const name = useId();
  const shown = choices.filter(({ title, purpose }) => holdsWords(`${title} ${purpose}`, query));
  /** From the search into what it found. */
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    // Enter sends the form only with what is in sight.
    if (event.key === 'Enter' && shown.some(({ id }) => id === chosen)) return;
    event.preventDefault();
    const [first] = shown;
    if (first === undefined) return;
    onChoose(first.id);
    list.current?.querySelector<HTMLInputElement>('input')?.focus();
  };
  return (
    <div>
      <TextInput
        type="search"
        data-autofocus
        label={label}
        placeholder={t('insert.find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={query}
        error={error}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={enter}
      />
      <div ref={list} className={styles.choices} role="radiogroup" aria-label={label}>
        {shown.length === 0 && <p className={styles.nothing}>{t('insert.none')}</p>}
        {shown.map(({ id, title, purpose, length }) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={id === chosen}
              aria-label={`${title}, ${length}`}
              aria-describedby={`${name}-${id}`}
              onChange={() => onChoose(id)}
            />
            <span className={styles.choiceTitle}>{title}</span>
            <span className={styles.choiceLength}>{length}</span>
            <span id={`${name}-${id}`} className={styles.choicePurpose}>
              {purpose}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
