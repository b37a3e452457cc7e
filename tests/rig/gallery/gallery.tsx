import '../../../renderer/room/page.css';
import { createRoot } from 'react-dom/client';
import { Stage } from '../../../renderer/room/stage';
import { waker } from '../../../shared/room/waker';
import { longestViews } from './longest';
import { galleryNow, galleryViews } from './views';

// One view of the room, by ?view=…&palette=…; `?live` lets its clock run, `?still` cuts where it would fade.
const asked = new URLSearchParams(location.search);
const view = { ...galleryViews, ...longestViews }[asked.get('view') ?? 'neutral'];
const element = document.getElementById('gallery');
if (view === undefined || element === null) throw new Error('no such view');
element.style.height = '100%';
const palette = asked.get('palette') === 'dusk' ? 'dusk' : 'paper';
const motion = asked.has('still') ? 'reduced' : view.look.motion;
const began = performance.now();
const local = () => performance.now();
const now = () => {
  const ran = asked.has('live') ? performance.now() - began : 0;
  return { live: galleryNow.live + ran, wall: galleryNow.wall + ran };
};
const wakeIn = waker(local, setTimeout);
const root = createRoot(element);
const draw = (cue = view.cue): void =>
  root.render(
    <Stage
      view={{ ...view, look: { ...view.look, palette, motion }, cue }}
      clock={{ now, wakeIn }}
      onFit={(fits) => {
        document.body.dataset.fits = String(fits);
      }}
    />,
  );
draw(null);
if (view.cue !== null) setTimeout(() => draw(), 300);
