import { Modal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** How wide: Mantine's name for it, or CSS pixels. */
  readonly size?: string | number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the whole console, with a title and a way out. */
export function Dialog({ open, title, size, onClose, children }: DialogProps) {
  const { t } = useTranslation('shell');
  const content = useRef<HTMLDivElement>(null);
  // One that is asked for before it is there opens a moment after: only as it opens does it learn where the focus goes back to.
  const [there, setThere] = useState(false);
  useLayoutEffect(() => setThere(true), []);
  useLayoutEffect(() => {
    // Mantine takes it away a moment after it is closed: a key pressed in between is meant for what is beneath.
    const focused = document.activeElement;
    if (!open && focused instanceof HTMLElement && content.current?.contains(focused)) focused.blur();
  }, [open]);
  return (
    <Modal
      opened={open && there}
      onClose={onClose}
      title={title}
      {...(size === undefined ? {} : { size })}
      closeButtonProps={{ 'aria-label': t('close') }}
      ref={content}
    >
      {children}
    </Modal>
  );
}
