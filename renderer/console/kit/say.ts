import { notifications } from '@mantine/notifications';

interface Said {
  /** Saying the same thing again replaces it. */
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** Name of its close button. */
  readonly close: string;
}

/** As many as are shown at once; the newest is never kept waiting behind older ones. */
export const mostSaid = 2;

let said: readonly string[] = [];

/** Says something calmly at the edge of the window; it goes by itself, or when something newer needs its place. */
export function say({ id, title, text, close }: Said): void {
  const stay = said.filter((other) => other !== id).slice(1 - mostSaid);
  for (const other of said) if (!stay.includes(other)) notifications.hide(other);
  said = [...stay, id];
  notifications.show({
    id,
    title,
    message: text ?? '',
    autoClose: 8000,
    withBorder: true,
    closeButtonProps: { 'aria-label': close },
  });
}
