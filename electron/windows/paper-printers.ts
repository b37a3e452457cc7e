import type { PrinterInfo } from 'electron';
import type { PaperPrinter } from '../../shared/couple/handover-view';

/** Programs that make a file, by what they call themselves in a name or a driver. */
const makesFile =
  /\b(print|save|export) (to|as) (pdf|file|xps)\b|cups-pdf|document writer|onenote|\b(adobe|foxit|cute|do|bull ?zip|nitro|primo) ?pdf|pdf ?(creator|writer|converter|architect|forge)/i;

/** Queues that people and systems call after what comes of them. A driver that speaks PDF says nothing: paper comes of most. */
const calledAfterIt = /^(virtual )?(pdf|xps)([ _-]?printer)?$|^print[ _-](to|as)[ _-](pdf|file)$|(^|[ (_-])fax\)?$/i;

/** The folder or the program that it goes to, where a system tells that. */
const goesToFile = /^(cups-pdf|file):/i;

/**
 * Those that print on paper: one that makes a file would ask where it goes, or lay it unlocked where others find it. One that tells nothing
 * of that is among them.
 */
export const paperPrinters = (known: readonly PrinterInfo[]): readonly PaperPrinter[] =>
  known.filter(isOnPaper).map(({ name, displayName }) => ({ name, title: displayName || name }));

function isOnPaper({ name, displayName, description, options }: PrinterInfo): boolean {
  // What a system tells of a printer differs from one to the next.
  const told = Object.values(options).map(String);
  return (
    ![name, displayName].some((called) => calledAfterIt.test(called)) &&
    ![name, displayName, description, ...told].some((said) => makesFile.test(said)) &&
    !told.some((said) => goesToFile.test(said))
  );
}
