import type { Page } from '@playwright/test';
import type { Command } from '../../../shared/session/commands/commands';
import type { App } from '../../rig/app';
import { expect } from '../../rig/test';
import { ask } from './ask';
import { savedRetreat } from './saved';

/** Every couple said yes to all of it and wrote the same words, for both and each for themselves. */
export async function allSaidYesAndWrote(app: App, page: Page, words: string): Promise<void> {
  const retreat = savedRetreat(app);
  const ids = retreat.couples.map(({ id }) => id);
  await ask(page, { type: 'records/show', sheets: [], whole: ids });
  for (const id of ids) {
    const of = { id, retreat: retreat.id };
    const yes = (['A', 'B'] as const).flatMap((side) =>
      (['record', 'measures', 'export'] as const).map(
        (scope): Command => ({ type: 'record/consent', ...of, side, scope, given: true }),
      ),
    );
    // It is read first.
    await expect(() => ask(page, ...yes)).toPass();
    const at = { exercise: 'take-home-plan' } as const;
    await ask(
      page,
      { type: 'record/answer', ...of, ...at, field: 'plan', owner: 'joint', value: { kind: 'long-text', text: words } },
      { type: 'record/answer', ...of, ...at, field: 'glad-that', owner: 'A', value: { kind: 'text', text: words } },
    );
  }
}

/** Keeps what goes to the print dialog as the PDF that it would be, and lets it go there. */
export const keepWhatIsPrinted = (app: App): Promise<void> =>
  app.electron.evaluate(({ app: electron }) => {
    electron.on('browser-window-created', (_, { webContents }) => {
      const print = webContents.print.bind(webContents);
      webContents.print = (options, done) => {
        void webContents.printToPDF({ preferCSSPageSize: true }).then((bytes) => {
          Object.assign(globalThis, { printedPages: bytes.toString('base64') });
          print(options, done);
        });
      };
    });
  });

export const whatWasPrinted = async (app: App): Promise<Buffer> => {
  const base64 = await app.electron.evaluate(() => (globalThis as unknown as { printedPages: string }).printedPages);
  return Buffer.from(base64, 'base64');
};
