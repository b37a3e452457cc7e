import { contextBridge, ipcRenderer } from 'electron';
import { printChannels as channels, type PrintBridge, type PrintView } from '../../shared/couple/print-channel';

let listener: ((view: PrintView | null) => void) | null = null;
let latest: PrintView | null = null;
ipcRenderer.on(channels.view, (_event, view: PrintView | null) => {
  latest = view;
  listener?.(view);
});

const bridge: PrintBridge = {
  // What came before the page was ready to hear it is kept.
  onView: (heard) => {
    listener = heard;
    if (latest !== null) heard(latest);
  },
  drawn: (job) => ipcRenderer.send(channels.drawn, job),
};

contextBridge.exposeInMainWorld('holdfastPrint', bridge);
