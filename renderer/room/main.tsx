import './page.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { RoomScene, RoomView } from '../../shared/room/room-view';
import { tidy, tidyEveryMs } from '../../shared/room/tidy';
import { windowClock } from '../../shared/room/window-clock';
import { Stage } from './stage';

const beatMs = 1000;
const checkMs = 30_000;
const retryMs = 1000;

const neutral = { scene: { kind: 'neutral' }, cover: { kind: 'none' }, message: null, cue: null } as const;

const bridge = window.holdfastRoom;
const clock = windowClock({ local: () => performance.now(), later: setTimeout }, bridge.askClock);
const element = document.getElementById('room');
if (element === null) throw new Error('the page has no place for the room');
const root = createRoot(element);

let view: RoomView | null = null;
let coming: RoomScene | null = null;
let synced = false;

/** Renders what is on. Until the clocks agree that is nothing, in the look of the room: a timer may not be shown wrong. */
function render(): void {
  if (view === null) return;
  const shown = synced ? view : { ...view, ...neutral };
  const { language } = shown.look;
  // Setting it again, even to the same, would style the whole page anew.
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  root.render(<Stage view={shown} coming={synced ? coming : null} clock={clock.current()} />);
}

/** At once: the next frame may be near, and the room is what people look at. */
const draw = (): void => flushSync(render);

async function check(): Promise<void> {
  try {
    const moved = await clock.check();
    if (synced && !moved) return;
    synced = true;
    draw();
  } catch {
    // The main process did not answer; it will.
    setTimeout(() => void check(), retryMs);
  }
}

bridge.onView((next) => {
  view = next;
  draw();
});
bridge.onComing((next) => {
  coming = next;
  render();
});
bridge.onClockMoved(() => void check());
/** Names and titles in other scripts: known once the first of their letters was looked for (fonts.css). */
document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
  if (fontfaces.some(({ family }) => family.includes('Farther'))) void import('../far-faces.css');
});
setInterval(() => void check(), checkMs);
setInterval(bridge.beat, beatMs);
setInterval(() => tidy(requestIdleCallback), tidyEveryMs);
void check();
