import { IconCalendar } from '@tabler/icons-react';
import { useRef } from 'react';
import { IconButton } from './button';
import { isDate } from './dates';
import styles from './kit.module.css';

interface DatePickerProps {
  readonly label: string;
  /** YYYY-MM-DD; anything else opens on today. */
  readonly value: string;
  readonly onPick: (date: string) => void;
}

/**
 * The system's calendar beside a date that is written as text: a date field of its own would write it in the system's
 * order of day and month, whatever language Holdfast speaks.
 */
export function DatePicker({ label, value, onPick }: DatePickerProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="date"
        className={styles.calendar}
        tabIndex={-1}
        aria-hidden
        value={isDate(value) ? value : ''}
        onChange={({ currentTarget }) => currentTarget.value !== '' && onPick(currentTarget.value)}
      />
      <IconButton
        label={label}
        size={26}
        icon={<IconCalendar size={16} aria-hidden />}
        onClick={() => field.current?.showPicker()}
      />
    </>
  );
}
