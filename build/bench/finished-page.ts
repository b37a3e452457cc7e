import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../tests/rig/app';
import type { Staged } from '../../tests/rig/stage';
import type { Hall } from './hall';
import { launchWatched } from './launch';
import { floor } from './subject';

/** A page as it was when it became a PDF: all its elements, the rules it was given by script, and how it was asked for. */
interface Finished {
  readonly html: string;
  readonly rules: string;
  readonly options: Electron.PrintToPDFOptions;
}

interface Caught {
  caught?: Promise<Finished>;
}

/** Has the app keep the next page that becomes a PDF. */
export const catchNext = ({ electron }: App): Promise<void> =>
  electron.evaluate(({ app }) => {
    app.once('web-contents-created', (_, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        const page = `[document.documentElement.outerHTML,
          document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\\n')]`;
        const [html = '', rules = ''] = (await contents.executeJavaScript(page)) as string[];
        (globalThis as Caught).caught = Promise.resolve({ html, rules, options });
        return print(options);
      };
    });
  });

export const caughtIn = async ({ electron }: App): Promise<Finished> => {
  const caught = await electron.evaluate(() => (globalThis as Caught).caught);
  if (caught === undefined) throw new Error('No page became a PDF.');
  return caught;
};

/** A bare Electron with such a page as a file, its style and its letters beside it, and no script. */
export class BarePrinter {
  readonly #app: App;
  readonly #options: Electron.PrintToPDFOptions;

  private constructor(app: App, options: Electron.PrintToPDFOptions) {
    this.#app = app;
    this.#options = options;
  }

  static async start(ground: Staged, hall: Hall, { html, rules, options }: Finished): Promise<BarePrinter> {
    const { args, env } = floor(ground, 'print');
    const [app = ''] = args;
    const renderer = join(ground.app, 'out/renderer');
    cpSync(join(renderer, 'print/assets'), join(app, 'assets'), { recursive: true });
    cpSync(join(renderer, 'faces'), join(app, 'faces'), { recursive: true });
    // A file has no origin that could be asked whether it may be read by another.
    const still = html.replace(/<script.*?<\/script>/gs, '').replace(/ crossorigin(="")?/g, '');
    writeFileSync(
      join(app, 'finished.html'),
      still.replace('</head>', () => `<style>${rules}</style></head>`),
    );
    const bare = await launchWatched({ ...ground, app }, hall, { env });
    await (await bare.electron.firstWindow()).waitForLoadState('load');
    return new BarePrinter(bare, options);
  }

  /** Milliseconds of one `printToPDF`, and how large it is. */
  async print(): Promise<{ readonly ms: number; readonly bytes: number }> {
    return this.#app.electron.evaluate(async ({ BrowserWindow }, options) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('There is no page.');
      const at = performance.now();
      const pdf = await window.webContents.printToPDF(options);
      return { ms: performance.now() - at, bytes: pdf.length };
    }, this.#options);
  }

  async stop(): Promise<void> {
    await this.#app.kill9();
  }
}
