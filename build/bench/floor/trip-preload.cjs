const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('floor', {
  next: () => ipcRenderer.send('next'),
  /** @param {() => void} heard */
  onNext: (heard) => ipcRenderer.on('next', heard),
});
