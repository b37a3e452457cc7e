import '../tokens.css';
import '../fonts.css';
import '../far-faces.css';
import './print.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Sheet } from './sheet';

const bridge = window.holdfastPrint;
const element = document.getElementById('print');
if (element === null) throw new Error('the page has no place for what it shows');
const root = createRoot(element);

const page = new CSSStyleSheet();
document.adoptedStyleSheets.push(page);

/** A string of a style sheet: what it quotes can end neither it nor the rule it is in. */
const quoted = (text: string): string => `"${CSS.escape(text)}"`;

bridge.onView((view) => {
  document.documentElement.lang = view?.summary.language ?? 'en';
  document.title = view?.summary.title ?? '';
  // What stands at the foot is the language's, never a couple's.
  page.replaceSync(
    view === null
      ? ''
      : `@page {
          size: ${view.paper};
          @bottom-left { content: ${quoted(view.summary.foot)}; }
          @bottom-right { content: counter(page) " / " counter(pages); }
        }`,
  );
  flushSync(() => root.render(view === null ? null : <Sheet summary={view.summary} />));
  if (view === null || element === null) return;
  element.getBoundingClientRect();
  // Once it is laid out, each file of letters it wants has been asked for.
  void document.fonts.ready.then(() => bridge.drawn(view.job));
});
