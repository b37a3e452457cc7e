import {
  ActionIcon,
  Group,
  Button as MantineButton,
  type ButtonProps as MantineButtonProps,
  Tooltip,
} from '@mantine/core';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { KeyHint } from './key-hint';

const looks = {
  primary: 'filled',
  plain: 'default',
  quiet: 'subtle',
  danger: 'outline',
} as const;

/** A mouse press leaves the focus where it was, so that the next plain key still means the room and not this button. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();

interface ButtonProps
  extends Pick<MantineButtonProps, 'size' | 'fullWidth' | 'disabled' | 'leftSection' | 'loading' | 'justify'> {
  readonly look?: keyof typeof looks;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly type?: 'button' | 'submit';
  /** Said instead of the children, when they are too short to be a name. */
  readonly label?: string;
  /** For a toggle: whether it is on. */
  readonly pressed?: boolean;
  /** The key that does the same, shown in a tooltip. */
  readonly caps?: readonly string[];
  /** Where the tooltip opens, so that it covers nothing that is read. */
  readonly tip?: 'top' | 'bottom';
  /** A control used live: the mouse does not take the keyboard's focus away. */
  readonly live?: boolean;
  /** Has the focus when the dialog it stands in opens. */
  readonly first?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    look = 'plain',
    label,
    pressed,
    caps,
    tip = 'top',
    live = false,
    first = false,
    type = 'button',
    ...rest
  } = props;
  const button = (
    <MantineButton
      {...rest}
      type={type}
      variant={pressed === true ? 'filled' : looks[look]}
      {...(look === 'danger' ? { color: 'var(--hf-danger)' } : {})}
      aria-label={label}
      aria-pressed={pressed}
      {...(live ? { onMouseDown: keepFocus } : {})}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
  if (caps === undefined || caps.length === 0) return button;
  return (
    <Tooltip
      position={tip}
      label={
        <Group gap={8}>
          {label ?? rest.children}
          <KeyHint caps={caps} />
        </Group>
      }
    >
      {button}
    </Tooltip>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'color' | 'style' | 'aria-label'> {
  /** Its accessible name, and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly caps?: readonly string[];
  readonly pressed?: boolean;
  readonly live?: boolean;
  readonly size?: number;
}

/** A button that shows only a picture. What is left of its props goes to the button, so that a menu can hang on it. */
export function IconButton({ label, icon, caps = [], pressed, live = false, size = 32, ...rest }: IconButtonProps) {
  return (
    <Tooltip
      label={
        <Group gap={8}>
          {label}
          {caps.length > 0 && <KeyHint caps={caps} />}
        </Group>
      }
    >
      <ActionIcon
        {...rest}
        {...(live ? { onMouseDown: keepFocus } : {})}
        size={size}
        variant={pressed === true ? 'filled' : 'subtle'}
        {...(pressed === true ? {} : { color: 'var(--hf-soft)' })}
        aria-label={label}
        aria-pressed={pressed}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
