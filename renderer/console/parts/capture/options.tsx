import { type KeyboardEvent, useRef } from 'react';
import styles from './editors.module.css';

interface OptionsProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly several: boolean;
  /** Which are chosen is not shown. */
  readonly hidden: boolean;
  readonly look: 'words' | 'points';
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly onPress: (value: string) => void;
  /** The option a typed sign stands for, if any. */
  readonly meant: (sign: string) => string | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Options to press, as one stop of the keyboard: the arrows go among them without choosing, Space chooses the one they stand on or takes it
 * back, and a digit chooses at once.
 */
export function Options(props: OptionsProps) {
  const { options, chosen, several, hidden, look, labelledBy, describedBy, onPress, meant } = props;
  const group = useRef<HTMLFieldSetElement>(null);
  const first = options.findIndex(({ value }) => chosen.includes(value));
  const stop = Math.max(0, first);
  const focus = (index: number): void =>
    group.current?.querySelectorAll<HTMLElement>('[data-option]')[(index + options.length) % options.length]?.focus();
  const press = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const value = step === undefined ? meant(event.key) : undefined;
    if (step !== undefined) focus(index + step);
    else if (value !== undefined) {
      onPress(value);
      focus(options.findIndex((option) => option.value === value));
    } else return;
    event.preventDefault();
  };
  return (
    <fieldset
      ref={group}
      className={styles.options}
      data-look={look}
      data-hidden={hidden}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {options.map(({ value, label }, index) => {
        const on = chosen.includes(value);
        return (
          <label key={value} className={styles.option}>
            <input
              type={several ? 'checkbox' : 'radio'}
              className={styles.said}
              data-option
              data-stop={index === stop ? 'line' : undefined}
              tabIndex={index === stop ? 0 : -1}
              checked={on}
              onChange={() => onPress(value)}
              onClick={() => !several && on && onPress(value)}
              onKeyDown={(event) => press(event, index)}
            />
            {label}
          </label>
        );
      })}
    </fieldset>
  );
}
