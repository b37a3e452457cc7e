/** Two walls full of words, one over the other in turn: as many pixels change as when a step gives way to the next. */
const pages = [
  ['The first of two', 'Bare words on a bare page, as large as on a wall.', '4′'],
  ['And the second', 'Other words in the same places, so that all is drawn anew.', '3′'],
];
let shown = 0;

function draw() {
  const [title = '', sentence = '', figure = ''] = pages[shown] ?? [];
  const wall = document.createElement('main');
  for (const [tag, words] of [
    ['h1', title],
    ['p', sentence],
    ['b', figure],
  ]) {
    const element = document.createElement(tag ?? 'p');
    element.textContent = words ?? '';
    wall.append(element);
  }
  document.body.replaceChildren(wall);
}

window.floor.onNext(() => {
  shown = 1 - shown;
  draw();
});
draw();
