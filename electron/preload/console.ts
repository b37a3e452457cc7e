import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type ConsoleBridge, consoleChannels as channels } from '../../shared/session/channel';
import { isModest } from '../../shared/session/parcel';
import type { Answer } from '../../shared/session/refusal-code';

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_: IpcRendererEvent, value: T): void => listener(value);
  ipcRenderer.on(channel, heard);
  return () => {
    ipcRenderer.removeListener(channel, heard);
  };
}

const malformed: Answer = { ok: false, refusal: { code: 'malformed' } };

const bridge: ConsoleBridge = {
  // The door measures again; stopping it here as well spares the main process from unpacking a million items first.
  command: (command) =>
    isModest(command) ? ipcRenderer.invoke(channels.command, command) : Promise.resolve(malformed),
  askView: () => ipcRenderer.invoke(channels.askView),
  onView: (listener) => listen(channels.view, listener),
  askClock: () => ipcRenderer.invoke(channels.askClock),
  onClockMoved: (listener) => listen<void>(channels.clockMoved, () => listener()),
  onIntents: (listener) => listen<void>(channels.intentsWait, () => listener()),
  takeIntents: () => ipcRenderer.invoke(channels.takeIntents),
  beat: () => ipcRenderer.send(channels.beat),
  askVersions: () => ipcRenderer.invoke(channels.askVersions),
  place: (ask) => ipcRenderer.invoke(channels.place, ask),
};

contextBridge.exposeInMainWorld('holdfast', bridge);
