import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmProps {
  readonly open: boolean;
  /** The one question. */
  readonly title: string;
  /** What goes, what stays. */
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly danger?: boolean;
  /** A choice to make before the answer. */
  readonly children?: ReactNode;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks once. Enter says yes, unless it cannot be undone: then the safe answer has the focus. Escape is a no. */
export function Confirm({ open, title, text, yes, no, danger = false, children, onYes, onNo }: ConfirmProps) {
  return (
    <Dialog open={open} title={title} onClose={onNo}>
      <Stack gap="lg">
        <Text>{text}</Text>
        {children}
        <Group justify="flex-end">
          <Button first={danger} onClick={onNo}>
            {no}
          </Button>
          <Button first={!danger} look={danger ? 'danger' : 'primary'} onClick={onYes}>
            {yes}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
