/**
 * The floor: Electron itself with nothing of ours. `HOLDFAST_FLOOR` says how much of it: `one` window with a static page, `two` of
 * them, the two counting `seconds` or with a `ring` repainted in every frame, `trip`: the two, and a key that makes its way from the first window through here into the second, `flip`: one
 * that counts seconds, `field`: one with nothing but a field to type into, or `print`: one that nobody sees, with a page that is finished.
 */
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, screen } from 'electron';

const shape = process.env.HOLDFAST_FLOOR ?? 'one';
const here = import.meta.dirname;
const trips = shape === 'trip';
/** @type {Record<string, string>} */
const deskPages = {
  trip: 'trip-desk.html',
  field: 'field.html',
  flip: 'flip.html',
  seconds: 'flip.html',
  ring: 'ring.html',
  print: 'finished.html',
};
/** @type {Record<string, string>} */
const wallPages = { trip: 'trip-wall.html', seconds: 'flip.html', ring: 'ring.html' };
const webPreferences = trips ? { preload: join(here, 'trip-preload.cjs') } : {};

async function start() {
  await app.whenReady();
  const primary = screen.getPrimaryDisplay();
  const { x, y, width, height } = primary.workArea;
  const size = { x, y, width: Math.min(1280, width), height: Math.min(800, height) };
  const desk = new BrowserWindow({ ...size, show: shape !== 'print', webPreferences });
  const second = screen.getAllDisplays().find(({ id }) => id !== primary.id);
  if (['two', 'seconds', 'ring', 'trip'].includes(shape) && second) openWall(second);
  await desk.loadFile(join(here, deskPages[shape] ?? 'static.html'));
}

/** @param {Electron.Display} display */
function openWall({ bounds }) {
  const wall = new BrowserWindow({
    ...bounds,
    frame: false,
    focusable: false,
    resizable: false,
    enableLargerThanScreen: true,
    show: false,
    webPreferences,
  });
  wall.once('ready-to-show', () => {
    // It was made no larger than the first display, and stays so until it is told its size again in full screen.
    wall.setBounds(bounds);
    wall.showInactive();
    wall.setFullScreen(true);
    wall.setBounds(bounds);
  });
  void wall.loadFile(join(here, wallPages[shape] ?? 'static.html'));
  if (trips) ipcMain.on('next', () => wall.webContents.send('next'));
}

app.on('window-all-closed', () => app.quit());
void start();
