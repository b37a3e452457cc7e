/** What is said before the laptop is given to a partner. */
export const handOver = {
  open: 'Hand {{pair}} the laptop',
  title: 'Hand over the laptop',
  whom: 'To whom',
  agreements: 'None: only what they agree',
  exercise: 'For which exercise',
  rests:
    'This screen closes and they see their own questions alone. The room goes on: Ctrl+B and Ctrl+L calm it from there too. The clicker rests, and so does what goes on by itself: each step waits at its end.',
  keys: 'Some keys are the system’s own and no app can hold them: Alt+Tab, the Super or Windows key, Ctrl+Alt+F1. What was copied is forgotten.',
  pin: 'A PIN to take it back with',
  pinAgain: 'The same PIN again',
  pinShort: 'At least {{least}} figures.',
  pinApart: 'The two are not the same.',
  pinUnkept: 'The disk would not keep the PIN. Try again.',
  pinShow: 'Show the PIN',
  back: 'You take it back with your PIN.',
  another: 'Choose another PIN',
  go: 'Hand it over',
} as const;
