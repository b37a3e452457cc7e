import { useTranslation } from 'react-i18next';
import type { Command } from '../../../shared/session/commands/commands';
import { isAtPrinter } from '../../../shared/session/state/print-job';
import { Button } from '../kit/button';
import { useCommand, useView } from '../mirror/hooks';

interface PrintButtonProps {
  readonly print: Extract<Command, { type: 'print/copies' | 'print/printouts' }>;
  readonly children: string;
  /** What it prints, where that is not said beside it. */
  readonly label?: string;
  readonly look?: 'quiet';
}

/** Prints by the system's dialog. Where words are hidden it does not: the dialog would show the pages. */
export function PrintButton({ print, children, label, look }: PrintButtonProps) {
  const { t } = useTranslation('couples');
  const send = useCommand();
  const busy = useView(({ printJob }) => isAtPrinter(printJob));
  const discreet = useView((view) => view.discreet) && print.type === 'print/copies';
  return (
    <Button
      size={look === 'quiet' ? 'compact-sm' : 'compact-md'}
      disabled={busy || discreet}
      {...(look && { look })}
      {...(label !== undefined && { label })}
      {...(discreet && { title: t('print.discreet') })}
      onClick={() => void send(print)}
    >
      {children}
    </Button>
  );
}
