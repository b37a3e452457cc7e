import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { requester } from '../../shared/room/request';
import { type ConsoleBridge, consoleChannels as channels, type Pressed } from '../../shared/session/protocol/channel';
import { isModest } from '../../shared/session/protocol/message-limits';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import { viewUpdates } from '../../shared/session/protocol/view-updates';
import type { ConsoleChanges } from '../../shared/session/view/console-changes';
import type { ConsoleView } from '../../shared/session/view/console-view';

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_: IpcRendererEvent, value: T): void => listener(value);
  ipcRenderer.on(channel, heard);
  return () => {
    ipcRenderer.removeListener(channel, heard);
  };
}

const malformed: Answer = { ok: false, refusal: { code: 'malformed' } };

const request = requester(ipcRenderer, channels.answer, String(performance.timeOrigin));

const view = viewUpdates<ConsoleView, ConsoleChanges>(ipcRenderer, channels);

const bridge: ConsoleBridge = {
  // The main process measures again; stopping it here as well spares it from unpacking a million items first.
  command: (command) => (isModest(command) ? request(channels.command, command) : Promise.resolve(malformed)),
  askView: view.ask,
  onView: view.onChange,
  askClock: () => request(channels.askClock),
  onClockMoved: (listener) => listen<void>(channels.clockMoved, () => listener()),
  onIntents: (listener) => listen<void>(channels.intentsWait, () => listener()),
  takeIntents: () => request(channels.takeIntents),
  onKey: (listener) => listen<Pressed>(channels.key, listener),
  comeForward: () => ipcRenderer.send(channels.comeForward),
  pictureAt: (picture) => ipcRenderer.send(channels.pictureAt, picture),
  overlaid: (on) => ipcRenderer.send(channels.overlaid, on),
  beat: () => ipcRenderer.send(channels.beat),
  setPin: (digits) => request(channels.pin, digits),
  filesFolder: (ask) => request(channels.filesFolder, ask),
  askVersions: () => request(channels.askVersions),
  findCouples: (search) => request(channels.findCouples, search),
  findReturning: (pairs) => request(channels.findReturning, pairs),
  coupleFile: (id) => request(channels.coupleFile, id),
  place: (ask) => request(channels.place, ask),
};

contextBridge.exposeInMainWorld('holdfast', bridge);
