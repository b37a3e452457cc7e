import '../tokens.css';
import '../fonts.css';
import '../far-faces.css';
import './print.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintView } from '../../shared/couple/print-channel';
import { Sheet } from './sheet';

const bridge = window.holdfastPrint;
const element = document.getElementById('print');
if (element === null) throw new Error('the page has no place for what it shows');
const root = createRoot(element);

const page = new CSSStyleSheet();
document.adoptedStyleSheets.push(page);

/** A string of a style sheet: what it quotes can end neither it nor the rule it is in. */
const quoted = (text: string): string => `"${CSS.escape(text)}"`;

/** How large the paper is, and what stands at its foot: the language's, never a couple's. A card for a wall has nothing there. */
const pageRule = (paper: string, foot: string | null): string =>
  `@page {
    size: ${paper};
    @bottom-left { content: ${foot === null ? '""' : quoted(foot)}; }
    @bottom-right { content: ${foot === null ? '""' : 'counter(page) " / " counter(pages)'}; }
  }`;

/** What is drawn: a summary is read in one go. */
function Drawn({ view }: { readonly view: PrintView }) {
  if (view.summary !== undefined) return <Sheet language={view.summary.language} read={view.summary} />;
  const { language, set, leaves } = view.pages;
  // biome-ignore lint/suspicious/noArrayIndexKey: pages are drawn whole each time.
  return leaves.map((leaf, at) => <Sheet key={at} language={language} read={leaf} set={set} />);
}

bridge.onView((view) => {
  const what = view?.summary ?? view?.pages;
  document.documentElement.lang = what?.language ?? 'en';
  document.title = what?.title ?? '';
  page.replaceSync(view === null || what === undefined ? '' : pageRule(view.paper, what.foot));
  flushSync(() => root.render(view === null ? null : <Drawn view={view} />));
  if (view === null || element === null) return;
  element.getBoundingClientRect();
  // Once it is laid out, each file of letters it wants has been asked for.
  void document.fonts.ready.then(() => bridge.drawn(view.job));
});
