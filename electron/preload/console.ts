import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Command } from '../../shared/session/commands/commands';
import { type ConsoleBridge, consoleChannels as channels, type Pressed } from '../../shared/session/protocol/channel';
import { isModest } from '../../shared/session/protocol/message-limits';
import { inOrder, type Said } from '../../shared/session/protocol/message-sequencing';
import type { Answer } from '../../shared/session/protocol/refusal-code';
import type { ConsoleView } from '../../shared/session/view/console-view';

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const heard = (_: IpcRendererEvent, value: T): void => listener(value);
  ipcRenderer.on(channel, heard);
  return () => {
    ipcRenderer.removeListener(channel, heard);
  };
}

const malformed: Answer = { ok: false, refusal: { code: 'malformed' } };

const order = inOrder<Partial<ConsoleView>>();
ipcRenderer.on(channels.view, (_event, change: Partial<ConsoleView>, number: number) => order.change(change, number));

async function ask(command: Command): Promise<Answer> {
  const said: Said<Answer> = await ipcRenderer.invoke(channels.command, command);
  return order.answer(said);
}

async function askView(): Promise<ConsoleView> {
  const said: Said<ConsoleView> = await ipcRenderer.invoke(channels.askView);
  return order.whole(said);
}

const bridge: ConsoleBridge = {
  // The door measures again; stopping it here as well spares the main process from unpacking a million items first.
  command: (command) => (isModest(command) ? ask(command) : Promise.resolve(malformed)),
  askView,
  onView: order.onChange,
  askClock: () => ipcRenderer.invoke(channels.askClock),
  onClockMoved: (listener) => listen<void>(channels.clockMoved, () => listener()),
  onIntents: (listener) => listen<void>(channels.intentsWait, () => listener()),
  takeIntents: () => ipcRenderer.invoke(channels.takeIntents),
  onKey: (listener) => listen<Pressed>(channels.key, listener),
  comeForward: () => ipcRenderer.send(channels.comeForward),
  pictureAt: (picture) => ipcRenderer.send(channels.picture, picture),
  overlaid: (on) => ipcRenderer.send(channels.overlaid, on),
  beat: () => ipcRenderer.send(channels.beat),
  askVersions: () => ipcRenderer.invoke(channels.askVersions),
  place: (ask) => ipcRenderer.invoke(channels.place, ask),
};

contextBridge.exposeInMainWorld('holdfast', bridge);
