import { notifications } from '@mantine/notifications';

interface Said {
  /** Saying the same thing again replaces it. */
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  /** Name of its close button. */
  readonly close: string;
}

/** Says something calmly at the edge of the window; it goes by itself. */
export function say({ id, title, text, close }: Said): void {
  notifications.hide(id);
  notifications.show({
    id,
    title,
    message: text ?? '',
    autoClose: 8000,
    withBorder: true,
    closeButtonProps: { 'aria-label': close },
  });
}
