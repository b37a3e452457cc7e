/**
 * Required before an app that Playwright starts: it is ready once Playwright is. A window that opens while a debugger is still settling in
 * can leave it waiting for ever.
 */
const { app } = require('electron');

const ready = app.whenReady;
const come = new Promise((resolve) => Object.assign(globalThis, { holdfastWatched: resolve }));
app.whenReady = () => come.then(() => ready());
