import { contextBridge, ipcRenderer } from 'electron';
import { type RoomBridge, roomChannels } from '../../shared/room/channel';
import type { RoomScene, RoomView } from '../../shared/room/room-view';

/** Hands on what comes by a channel. What came before the page was ready to hear it is kept: the newest of it. */
function newest<T>(channel: string): (heard: (value: T) => void) => void {
  let listener: ((value: T) => void) | null = null;
  let latest: { readonly value: T } | null = null;
  ipcRenderer.on(channel, (_event, value: T) => {
    latest = { value };
    listener?.(value);
  });
  return (heard) => {
    listener = heard;
    if (latest !== null) heard(latest.value);
  };
}

const bridge: RoomBridge = {
  onView: newest<RoomView>(roomChannels.view),
  onComing: newest<RoomScene | null>(roomChannels.coming),
  onClockMoved: (heard) => {
    ipcRenderer.on(roomChannels.clockMoved, () => heard());
  },
  askClock: () => ipcRenderer.invoke(roomChannels.askClock),
  beat: () => ipcRenderer.send(roomChannels.beat),
};

contextBridge.exposeInMainWorld('holdfastRoom', bridge);
