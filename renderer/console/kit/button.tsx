import {
  ActionIcon,
  Group,
  Button as MantineButton,
  type ButtonProps as MantineButtonProps,
  Tooltip,
} from '@mantine/core';
import { type ComponentPropsWithRef, type MouseEvent, type ReactElement, type ReactNode, useState } from 'react';
import { KeyHint } from './key-hint';

const looks = {
  primary: 'filled',
  plain: 'default',
  quiet: 'subtle',
  danger: 'outline',
} as const;

/** A mouse press leaves the focus where it was, so that the next plain key still means the room and not this button. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault();

interface TipProps {
  readonly says: ReactNode;
  readonly caps?: readonly string[];
  readonly position?: 'top' | 'bottom';
  /** Draws the button, with what tells the tip of a press. */
  readonly children: (press: {
    readonly onClickCapture: () => void;
    readonly onMouseLeave: () => void;
  }) => ReactElement;
}

/** What a button is and the key that does the same. Once it is pressed it has been found, and the tip goes until the mouse comes again. */
function Tip({ says, caps = [], position = 'top', children }: TipProps) {
  const [found, setFound] = useState(false);
  return (
    <Tooltip
      position={position}
      disabled={found}
      label={
        <Group gap={8}>
          {says}
          {caps.length > 0 && <KeyHint caps={caps} />}
        </Group>
      }
    >
      {children({ onClickCapture: () => setFound(true), onMouseLeave: () => setFound(false) })}
    </Tooltip>
  );
}

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
  const button = (press: object) => (
    <MantineButton
      {...rest}
      {...press}
      type={type}
      variant={pressed === true ? 'filled' : looks[look]}
      {...(look === 'danger' ? { color: 'var(--hf-danger)' } : {})}
      aria-label={label}
      aria-pressed={pressed}
      {...(live ? { onMouseDown: keepFocus } : {})}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
  if (caps === undefined || caps.length === 0) return button({});
  return (
    <Tip says={label ?? rest.children} caps={caps} position={tip}>
      {button}
    </Tip>
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
    <Tip says={label} caps={caps}>
      {(press) => (
        <ActionIcon
          {...rest}
          {...press}
          {...(live ? { onMouseDown: keepFocus } : {})}
          size={size}
          variant={pressed === true ? 'filled' : 'subtle'}
          {...(pressed === true ? {} : { color: 'var(--hf-soft)' })}
          aria-label={label}
          aria-pressed={pressed}
        >
          {icon}
        </ActionIcon>
      )}
    </Tip>
  );
}
