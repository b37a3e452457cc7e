import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDots } from '@tabler/icons-react';
import styles from './kit.module.css';

const icons = { saved: IconCheck, saving: IconDots, 'not-saved': IconAlertTriangle };

interface SavingBadgeProps {
  readonly state: 'saved' | 'saving' | 'not-saved';
  readonly label: string;
  /** Why, and where it is kept. */
  readonly detail: string;
}

/** Saved, Saving, or Not saved and why. Said aloud only when it stops being safe. */
export function SavingBadge({ state, label, detail }: SavingBadgeProps) {
  const Icon = icons[state];
  return (
    <Tooltip label={detail} multiline maw={320}>
      <span
        className={styles.saving}
        data-state={state}
        role={state === 'not-saved' ? 'alert' : 'status'}
        aria-live={state === 'not-saved' ? 'assertive' : 'off'}
      >
        <Icon size={15} stroke={1.8} aria-hidden />
        {label}
      </span>
    </Tooltip>
  );
}
