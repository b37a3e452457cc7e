import { Menu, type MenuItemConstructorOptions } from 'electron';
import { translator } from '../../shared/content/translator';
import type { Command } from '../../shared/session/commands/commands';
import type { Intent } from '../../shared/session/protocol/channel';
import type { Store } from '../state/store';
import { accelerators, type RunKey } from './global-keys';
import type { ZoomWish } from './zoom';

export interface MenuOptions {
  readonly intent: (intent: Intent) => void;
  readonly press: (key: RunKey) => void;
  readonly ask: (command: Command) => void;
  readonly zoom: (wish: ZoomWish) => void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };
const mac = process.platform === 'darwin';

function template(language: string, { intent, press, ask, zoom }: MenuOptions): Item[] {
  const say = translator(language).getFixedT(language, 'menu');
  const wants = (label: string, what: Intent, accelerator?: string): Item => ({
    label,
    click: () => intent(what),
    ...(accelerator !== undefined && { accelerator }),
  });
  const settings = wants(say('settings'), 'settings', 'CmdOrCtrl+,');
  const about = wants(say('about'), 'about');
  const app: Item = {
    label: 'Holdfast',
    submenu: [
      about,
      line,
      settings,
      line,
      { role: 'services', label: say('services') },
      line,
      { role: 'hide', label: say('hide') },
      { role: 'hideOthers', label: say('hideOthers') },
      { role: 'unhide', label: say('showAll') },
      line,
      { role: 'quit', label: say('quit') },
    ],
  };
  const file: Item = {
    label: say('file'),
    submenu: [
      wants(say('home'), 'home', 'CmdOrCtrl+1'),
      wants(say('prepare'), 'prepare', 'CmdOrCtrl+2'),
      wants(say('couples'), 'couples', 'CmdOrCtrl+5'),
      ...(mac
        ? [line, { role: 'close', label: say('close') } as Item]
        : [settings, line, { role: 'quit', label: say('quit') } as Item]),
    ],
  };
  const edit: Item = {
    label: say('edit'),
    submenu: [
      { role: 'undo', label: say('undo') },
      { role: 'redo', label: say('redo') },
      line,
      { role: 'cut', label: say('cut') },
      { role: 'copy', label: say('copy') },
      { role: 'paste', label: say('paste') },
      { role: 'selectAll', label: say('selectAll') },
      line,
      wants(say('find'), 'palette', 'CmdOrCtrl+K'),
      wants(say('findCouple'), 'find-couple'),
    ],
  };
  const run: Item = {
    label: say('run'),
    submenu: [
      wants(say('openRun'), 'run', 'CmdOrCtrl+3'),
      line,
      { label: say('startPause'), click: () => press('startPause') },
      { label: say('goOn'), accelerator: accelerators.goOn, click: () => press('goOn') },
      { label: say('back'), click: () => press('back') },
      line,
      { label: say('hold'), accelerator: accelerators.hold, click: () => press('hold') },
      { label: say('blank'), accelerator: accelerators.blank, click: () => press('blank') },
    ],
  };
  const view: Item = {
    label: say('view'),
    submenu: [
      { label: say('larger'), accelerator: 'CmdOrCtrl+Plus', click: () => zoom('larger') },
      { label: say('smaller'), accelerator: 'CmdOrCtrl+-', click: () => zoom('smaller') },
      { label: say('actualSize'), accelerator: 'CmdOrCtrl+0', click: () => zoom('actual') },
      line,
      { label: say('discreet'), click: () => ask({ type: 'console/discreet', on: null }) },
      line,
      { role: 'togglefullscreen', label: say('fullScreen') },
    ],
  };
  const window: Item = {
    label: say('window'),
    submenu: [
      { role: 'minimize', label: say('minimize') },
      ...(mac ? [{ role: 'zoom', label: say('zoom') } as Item] : []),
      line,
      { label: say('identify'), click: () => ask({ type: 'room/identify' }) },
      { label: say('closeRoom'), click: () => ask({ type: 'room/close' }) },
    ],
  };
  const help: Item = {
    role: 'help',
    label: say('help'),
    submenu: [wants(say('keys'), 'keys'), ...(mac ? [] : [about])],
  };
  return [...(mac ? [app] : []), file, edit, run, view, window, help];
}

/** The native menu, in the interface's language and again whenever that changes. */
export function showMenu(store: Store, options: MenuOptions): void {
  let shown: string | null = null;
  const show = (): void => {
    const { language } = store.book();
    // On a Mac it stands above every window, the one in a partner's hands included.
    const bare = mac && store.session().handover !== null;
    const wanted = bare ? '' : language;
    if (wanted === shown) return;
    shown = wanted;
    Menu.setApplicationMenu(Menu.buildFromTemplate(bare ? [] : template(language, options)));
  };
  store.subscribe(show);
  show();
}
