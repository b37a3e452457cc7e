const words = document.getElementById('words');
let odd = true;
window.floor.onNext(() => {
  odd = !odd;
  words.textContent = odd ? 'One' : 'Two';
});
