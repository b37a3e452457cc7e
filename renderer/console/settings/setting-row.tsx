import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './settings.module.css';

/** The ids of what names a control and what explains it. */
export interface RowIds {
  readonly label: string;
  readonly text: string;
}

interface SettingRowProps {
  readonly label: string;
  readonly text?: string;
  readonly children: (ids: RowIds) => ReactNode;
}

/** A setting: its name and what it does on the left, its control on the right, tied together for a screen reader. */
export function SettingRow({ label, text, children }: SettingRowProps) {
  const id = useId();
  const ids = { label: `${id}-label`, text: `${id}-text` };
  return (
    <div className={styles.row}>
      <div>
        <div id={ids.label} className={styles.rowLabel}>
          {label}
        </div>
        {text !== undefined && (
          <div id={ids.text} className={styles.rowText}>
            {text}
          </div>
        )}
      </div>
      {children(ids)}
    </div>
  );
}

interface ChoiceRowProps<T extends string> {
  readonly label: string;
  readonly text?: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few. */
export function ChoiceRow<T extends string>({ label, text, value, choices, onChange }: ChoiceRowProps<T>) {
  return (
    <SettingRow label={label} {...(text === undefined ? {} : { text })}>
      {(ids) => (
        <SegmentedControl
          aria-labelledby={ids.label}
          value={value}
          data={choices.map((choice) => ({ ...choice }))}
          onChange={(chosen) => {
            const found = choices.find((choice) => choice.value === chosen);
            if (found !== undefined) onChange(found.value);
          }}
        />
      )}
    </SettingRow>
  );
}
