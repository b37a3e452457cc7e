import { contextBridge, ipcRenderer } from 'electron';
import { handoverChannels as channels, type HandoverBridge } from '../../shared/couple/handover-channel';
import type { HandoverView } from '../../shared/couple/handover-view';
import { requester } from '../../shared/room/request';

const request = requester(ipcRenderer, channels.answer, String(performance.timeOrigin));

let listener: ((view: HandoverView) => void) | null = null;
let latest: HandoverView | null = null;
ipcRenderer.on(channels.view, (_event, view: HandoverView) => {
  latest = view;
  listener?.(view);
});

const bridge: HandoverBridge = {
  // What came before the page was ready to hear it is kept.
  onView: (heard) => {
    listener = heard;
    if (latest !== null) heard(latest);
  },
  answer: (field, value) => request(channels.command, { type: 'handover/answer', field, value }),
  reader: (field, reader) => request(channels.command, { type: 'handover/reader', field, reader }),
  consent: (scope, given) => request(channels.command, { type: 'handover/consent', scope, given }),
  tick: (clause, wording, test, ticked) =>
    request(channels.command, { type: 'handover/tick', clause, wording, test, ticked }),
  agree: (clause, wording, given) => request(channels.command, { type: 'handover/agree', clause, wording, given }),
  draft: (captured) => request(channels.command, { type: 'handover/draft', captured }),
  own: (on) => request(channels.command, { type: 'handover/own', on }),
  leaveOut: (part, out) => request(channels.command, { type: 'handover/leave-out', part, out }),
  make: (form, paper) => request(channels.command, { type: 'handover/make', form, paper }),
  print: (printer, paper) => request(channels.command, { type: 'handover/print', printer, paper }),
  putAway: () => request(channels.command, { type: 'handover/put-away' }),
  pass: () => request(channels.command, { type: 'handover/pass' }),
  done: () => request(channels.command, { type: 'handover/done' }),
  pin: (digits) => request(channels.pin, digits),
  forgotten: (on) => request(channels.forgotten, on),
  touched: () => ipcRenderer.send(channels.touched),
  beat: () => ipcRenderer.send(channels.beat),
};

contextBridge.exposeInMainWorld('holdfastHandover', bridge);
