/** A four-minute ring the way it is usually made: its stroke is set anew in every frame. */
const circle = document.querySelector('circle');
const fourMinutes = 240_000;

function draw() {
  circle?.setAttribute('stroke-dashoffset', String((performance.now() / fourMinutes) % 1));
  requestAnimationFrame(draw);
}
draw();
