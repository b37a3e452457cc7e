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

/** Heeds the first click of a double-click alone: the second asks for nothing new, and what is under it may mean something else by then. */
export const firstClick =
  (act: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail <= 1) act();
  };

/** What tells the tip of a button that it was pressed. */
interface Press {
  readonly onClickCapture?: () => void;
  readonly onMouseLeave?: () => void;
}

/** The same for a button of the kit, and for the form it sends. */
const heeding = (press: Press, everyClick: boolean) => ({
  ...press,
  onClickCapture: (event: MouseEvent): void => {
    press.onClickCapture?.();
    if (everyClick || event.detail <= 1) return;
    event.preventDefault();
    event.stopPropagation();
  },
});

interface TipProps {
  readonly says: ReactNode;
  readonly caps?: readonly string[];
  readonly position?: 'top' | 'bottom';
  /** Draws the button. */
  readonly children: (press: Press) => ReactElement;
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
  extends Pick<ComponentPropsWithRef<'button'>, 'id' | 'tabIndex'>,
    Pick<MantineButtonProps, 'size' | 'fullWidth' | 'disabled' | 'leftSection' | 'loading' | 'justify'> {
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
  /** Each click counts, however fast: one minute more, and one more. */
  readonly everyClick?: boolean;
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
    everyClick = false,
    type = 'button',
    ...rest
  } = props;
  const button = (press: Press) => (
    <MantineButton
      {...rest}
      {...heeding(press, everyClick)}
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
  readonly everyClick?: boolean;
}

/** A button that shows only a picture. What is left of its props goes to the button, so that a menu can hang on it. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, caps = [], pressed, live = false, size = 32, everyClick = false, ...rest } = props;
  return (
    <Tip says={label} caps={caps}>
      {(press) => (
        <ActionIcon
          {...rest}
          {...heeding(press, everyClick)}
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
