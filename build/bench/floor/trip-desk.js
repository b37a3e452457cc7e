addEventListener('keydown', ({ key }) => {
  if (key === 'n') window.floor.next();
});
