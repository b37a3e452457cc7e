import { contextBridge, ipcRenderer } from 'electron';
import { type RoomBridge, roomChannels } from '../../shared/room/channel';
import type { RoomScene, RoomView } from '../../shared/room/room-view';

let listener: ((view: RoomView) => void) | null = null;
/** The first view may be here before the page is ready to draw it. */
let latest: RoomView | null = null;

ipcRenderer.on(roomChannels.view, (_event, view: RoomView) => {
  latest = view;
  listener?.(view);
});

let comingListener: ((scene: RoomScene | null) => void) | null = null;
let latestComing: RoomScene | null = null;

ipcRenderer.on(roomChannels.coming, (_event, scene: RoomScene | null) => {
  latestComing = scene;
  comingListener?.(scene);
});

const bridge: RoomBridge = {
  onView: (heard) => {
    listener = heard;
    if (latest !== null) heard(latest);
  },
  onComing: (heard) => {
    comingListener = heard;
    heard(latestComing);
  },
  onClockMoved: (heard) => {
    ipcRenderer.on(roomChannels.clockMoved, () => heard());
  },
  askClock: () => ipcRenderer.invoke(roomChannels.askClock),
  beat: () => ipcRenderer.send(roomChannels.beat),
};

contextBridge.exposeInMainWorld('holdfastRoom', bridge);
