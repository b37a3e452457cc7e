import { contextBridge, ipcRenderer } from 'electron';
import { roomChannels as channels, type RoomBridge } from '../../shared/room/channel';
import { requester } from '../../shared/room/request';
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

const request = requester(ipcRenderer, channels.answer, String(performance.timeOrigin));

const bridge: RoomBridge = {
  onView: newest<RoomView>(channels.view),
  onComing: newest<RoomScene | null>(channels.coming),
  onClockMoved: (heard) => {
    ipcRenderer.on(channels.clockMoved, () => heard());
  },
  askClock: () => request(channels.askClock),
  beat: () => ipcRenderer.send(channels.beat),
};

contextBridge.exposeInMainWorld('holdfastRoom', bridge);
