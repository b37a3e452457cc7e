import { join } from 'node:path';
import { app } from 'electron';
import { logBug, logEvent } from '../app/log';
import type { Handing } from '../persistence/handing';
import type { Store } from '../state/store';
import { keepPrintTemp } from '../windows/print-temp';
import { type PrinterOptions, printer } from '../windows/print-window';
import { startBatches } from './batch';
import { pageCodes } from './page-codes';

/** What makes files, and where they go at first. Loaded once somebody looks at what couples take home, and not before. */
export function openWorkshop(store: Store, handing: Handing, options: PrinterOptions): void {
  if (process.platform === 'linux') keepPrintTemp(app.getPath('userData'), process.env);
  startBatches(store, { ...printer(store, options), handing, codeOf: pageCodes(store), event: logEvent, bug: logBug });
  store.report({ type: 'take-home/placed', place: join(app.getPath('documents'), 'Holdfast') });
}
