import '../tokens.css';
import '../fonts.css';
import './handover.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { HandoverPage } from './handover-page';

const beatMs = 1000;
/** More often it says nothing new. */
const touchedMs = 1000;

const bridge = window.holdfastHandover;
const element = document.getElementById('handover');
if (element === null) throw new Error('the page has no place for what it shows');
const root = createRoot(element);

bridge.onView((view) => {
  document.documentElement.lang = view.language;
  // At once: words that are to hide are gone before anything else is done.
  flushSync(() => root.render(<HandoverPage view={view} />));
});

let touched = 0;
for (const sign of ['pointerdown', 'keydown'] as const) {
  window.addEventListener(
    sign,
    () => {
      if (performance.now() - touched < touchedMs) return;
      touched = performance.now();
      bridge.touched();
    },
    { capture: true },
  );
}
/** What was typed would go along with a piece of it that is dragged out, and what is dragged in is nobody's answer. */
for (const move of ['dragstart', 'dragover', 'drop'] as const) {
  window.addEventListener(move, (event) => event.preventDefault());
}
/** Names and answers in other scripts: known once the first of their letters was looked for (fonts.css). */
document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
  if (fontfaces.some(({ family }) => family.includes('Farther'))) void import('../far-faces.css');
});
setInterval(bridge.beat, beatMs);
