import '../tokens.css';
import '../fonts.css';
import '../far-faces.css';
import './print.css';
import { Fragment } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PrintView, StackedPiece } from '../../shared/couple/print-channel';
import { leavesBlank, pageName, pageRules } from './page-rules';
import { Sheet } from './sheet';

const bridge = window.holdfastPrint;
const element = document.getElementById('print');
if (element === null) throw new Error('the page has no place for what it shows');
const root = createRoot(element);

const page = new CSSStyleSheet();
document.adoptedStyleSheets.push(page);

type Piece = StackedPiece | (Extract<PrintView, { stack?: never }> & { readonly count: null });

const whatOf = (piece: Piece) => piece.summary ?? piece.pages;

/** What is drawn: a summary is read in one go. */
function Drawn({ piece }: { readonly piece: Piece }) {
  if (piece.summary !== undefined) return <Sheet language={piece.summary.language} read={piece.summary} />;
  const { language, set, leaves } = piece.pages;
  // biome-ignore lint/suspicious/noArrayIndexKey: pages are drawn whole each time.
  return leaves.map((leaf, at) => <Sheet key={at} language={language} read={leaf} set={set} />);
}

/** One after another, each on a sheet of its own. */
function Stack({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pages are drawn whole each time.
    <Fragment key={at}>
      <div className="piece" style={{ page: pageName(at) }}>
        <Drawn piece={piece} />
      </div>
      {leavesBlank({ ...piece, foot: null }, at === pieces.length - 1) && <div className="piece-blank" />}
    </Fragment>
  ));
}

const piecesOf = (view: PrintView): readonly Piece[] => view.stack ?? [{ ...view, count: null }];

bridge.onView((view) => {
  const pieces = view === null ? [] : piecesOf(view);
  const [first] = pieces;
  document.documentElement.lang = first === undefined ? 'en' : whatOf(first).language;
  // What a queue of a printer shows as well: no name is in it.
  document.title = first === undefined ? '' : whatOf(first).title;
  const feet = pieces.map((piece) => ({ foot: whatOf(piece).foot, count: piece.count }));
  document.documentElement.dataset.paper = view?.paper;
  page.replaceSync(view === null ? '' : pageRules(view.paper, feet));
  flushSync(() => root.render(<Stack pieces={pieces} />));
  if (view === null || element === null) return;
  element.getBoundingClientRect();
  // Once it is laid out, each file of letters it wants has been asked for.
  void document.fonts.ready.then(() => bridge.drawn(view.job));
});
