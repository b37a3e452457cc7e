/** The seconds of the wall clock, written the moment a timer set for each of them fires. */
function flip() {
  const now = Date.now();
  document.body.textContent = String(Math.floor(now / 1000) % 1000);
  setTimeout(flip, 1000 - (now % 1000));
}
flip();
