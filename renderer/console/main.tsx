import './styles';
import { createRoot } from 'react-dom/client';
import { firstLanguage, loadLanguage } from '../../shared/content/language';
import { tidy, tidyEveryMs } from '../../shared/room/tidy';
import { App } from './app';
import { keepComposingApart } from './keys/composing';
import { bridge } from './mirror/bridge';
import { connect } from './mirror/connect';
import { mirrorStore } from './mirror/store';
import { giveNonce } from './nonce';
import { heedIntents } from './shell/intents';
import { loadDeferredScreens } from './shell/use-deferred-screens';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

/** The letters every screen is set in, asked for now, so that the first words are laid out once and in their own. */
const letters = [
  ['1em "Fraunces Variable"', 'a'] as const,
  ['1em "Source Sans 3 Variable"', 'a'] as const,
  ['1em "Blank"', 'א'] as const,
].map(([font, letter]) => document.fonts.load(font, letter).catch(() => []));

/** Names and titles in other scripts: known once the first of their letters was looked for (fonts.css). */
document.fonts.addEventListener('loadingdone', ({ fontfaces }) => {
  if (fontfaces.some(({ family }) => family.includes('Farther'))) void import('../far-faces.css');
});

/** Asked for before it is known which one it is to be: it most often is this one. */
const words = loadLanguage(firstLanguage);

giveNonce();
keepComposingApart(window);
const store = mirrorStore();
const [clock] = await Promise.all([connect(bridge(), store), words, ...letters]);
const language = await loadLanguage(store.getState().view?.settings.language ?? firstLanguage);
heedIntents(bridge(), store);
// A page that was reloaded in the middle of a run is drawn once it has that screen.
if (store.getState().place.screen !== 'home') await loadDeferredScreens();
setInterval(() => tidy(requestIdleCallback), tidyEveryMs);
createRoot(root).render(<App store={store} clock={clock} language={language} />);
