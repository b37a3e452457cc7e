/** One entry for each reason a command is not carried out: why, and what to do. Nothing has changed when one is shown. */
export const refusals = {
  'nothing-on-stage': { reason: 'Nothing is on stage yet', next: 'Choose an exercise or an item of the day first.' },
  'already-running': { reason: 'The timer is already running', next: 'Use Next to go on, or Pause to stop it.' },
  'not-running': { reason: 'The timer is not running', next: 'Start it first.' },
  'not-paused': { reason: 'The timer is not paused', next: 'There is nothing to resume.' },
  'on-hold': { reason: 'The holding card is up', next: 'Lift the holding card first (H), then go on.' },
  'last-step': { reason: 'This is the last step', next: 'End it, or choose what comes next.' },
  'just-gone-on': {
    reason: 'This step has just begun by itself',
    next: 'Nothing was skipped. Press once more to go past it.',
  },
  'first-step': { reason: 'This is the first step', next: 'Restart it if you want to begin again.' },
  'no-such-step': { reason: 'There is no such step', next: 'Choose one from the list of steps.' },
  'cannot-pause-clock': {
    reason: 'A break ends by the clock and cannot be paused',
    next: 'Give it a minute more instead.',
  },
  'cannot-backdate-clock': {
    reason: 'A break ends by the clock, whenever it began',
    next: 'Take a minute off instead.',
  },
  'backdate-too-far': { reason: 'The step would be over already', next: 'Backdate by less, or go to the next step.' },
  'already-shortest': { reason: 'It cannot get shorter', next: 'Go to the next step when you are ready.' },
  'already-longest': { reason: 'It cannot get longer', next: 'Restart the step if the room needs the time again.' },
  'no-length': { reason: 'This timer counts up and has no end', next: 'Go on or end it when you are ready.' },
  'timeout-too-short': {
    reason: 'A timeout lasts 20 minutes or more',
    next: 'Choose 20 minutes or more. Bodies need that long to settle.',
  },
  'timeout-on': { reason: 'They are in a timeout already', next: 'Give it more time, or say that they are back.' },
  'timeout-extended': {
    reason: 'This timeout was made longer once',
    next: 'Say that they are back. If they need it, begin another one.',
  },
  'no-timeout': { reason: 'They are in no timeout', next: 'They are back already, or it was never begun.' },
  uneven: {
    reason: 'The partner has already had the full time',
    next: 'Let this turn run its length, so that both get the same.',
  },
  'no-offer': { reason: 'No extra time is on offer', next: 'It appears when one partner’s turn is made longer.' },
  'no-turns': { reason: 'Nobody takes turns in this one', next: 'Swapping is for exercises with an A and a B turn.' },
  'turns-begun': { reason: 'The turns have begun', next: 'Start the exercise again to swap who goes first.' },
  'nothing-to-undo': { reason: 'There is nothing to undo', next: 'What could be taken back has been.' },
  'no-retreat': { reason: 'No retreat is open', next: 'Open one on Home, or start a new one.' },
  'no-such-retreat': { reason: 'That retreat is no longer here', next: 'Choose another one on Home.' },
  'no-such-couple': { reason: 'That couple is no longer on the roster', next: 'Choose another one.' },
  'too-many-couples': {
    reason: 'A retreat holds at most {{most}} couples',
    next: 'Start a second retreat for the others.',
  },
  'not-returning': {
    reason: 'Of one of these couples no earlier record is there any more',
    next: 'Nobody was added. Look at the lines again: they show who was here before.',
  },
  'join-turned': {
    reason: 'A and B are the other way round here than they were then',
    next: 'Let A and B change places first, with all that is theirs. Nothing was joined.',
  },
  'here-already': {
    reason: 'One of these couples is at seat {{seat}} already',
    next: 'Nobody was added. Leave its line out, or say No to going on with that record.',
  },
  'clause-being-written': {
    reason: 'A clause of this retreat is still being written',
    next: 'Nothing was changed. Save or discard it first, so that no word of it is lost.',
  },
  'record-closed': {
    reason: 'This couple’s record is not open just now',
    next: 'Nothing was changed. Open the couple again; if that does not help, look whether the library can be reached.',
  },
  'record-newer': {
    reason: 'This couple’s record was written by a newer Holdfast',
    next: 'It is safe and can be read. Update Holdfast on this computer to write in it.',
  },
  'consent-missing': {
    reason: 'Partner {{side}} has not said yes to this being kept',
    next: 'Nothing was kept. Once {{side}} agrees, note the consent, and then write it down.',
  },
  'joint-consent-missing': {
    reason: 'What is joint needs a yes from both partners',
    next: 'Nothing was kept. Once both agree, note the consents, and then write it down.',
  },
  'kept-private': {
    reason: 'Its owner keeps this answer to themselves',
    next: 'It is safe. Only they can change it or let you read it, on the screen they are handed.',
  },
  'still-moving': {
    reason: 'Something of this couple’s is still on its way to the disk',
    next: 'Nothing was changed. It takes a moment; then try again.',
  },
  'same-couple': { reason: 'It is with that couple already', next: 'Nothing was moved. Choose another seat.' },
  'move-consent-missing': {
    reason: 'Partner {{side}} at seat {{seat}} has not said yes to this being kept',
    next: 'Nothing was moved, and every word is where it was. Ask {{side}} first, note the yes at seat {{seat}}, and move it then.',
  },
  'move-joint-consent-missing': {
    reason: 'What is joint needs a yes from both partners at seat {{seat}}',
    next: 'Nothing was moved, and every word is where it was. Ask both first, note it at seat {{seat}}, and move it then.',
  },
  'move-over-words': {
    reason: 'Seat {{seat}} has words of its own there already: {{asked}}',
    next: 'Nothing was moved, and no word was written over. Look at the form of seat {{seat}} first.',
  },
  'swap-kept-private': {
    reason: 'One of the two has written something here that only they read',
    next: 'Nothing was changed: with the names alone it would be shown to the other. Let all that is theirs change places with the names.',
  },
  'no-such-field': {
    reason: 'This exercise does not ask for that',
    next: 'Nothing was changed. Choose a field of the exercise’s form.',
  },
  'no-such-partner': {
    reason: 'One of the two attends alone: there is no {{side}} to say yes',
    next: 'Nothing was noted. If {{side}} has come after all, write the name in Prepare first.',
  },
  'no-such-entry': {
    reason: 'That entry is no longer there',
    next: 'Nothing was changed. Choose another one.',
  },
  'other-owner': {
    reason: 'Some things are each partner’s own, and some are made by both',
    next: 'Nothing was changed. Choose whose it is, and note it there.',
  },
  'practice-full': {
    reason: 'A couple notes at most {{most}} entries',
    next: 'Nothing was kept. Remove one first.',
  },
  'nothing-noted': {
    reason: 'There is nothing in it yet',
    next: 'Nothing was kept. Fill in one of its fields first.',
  },
  'score-out-of-range': {
    reason: 'This is answered with a whole number from 0 to 10',
    next: 'Nothing was kept. A scale with other numbers is noted under its own name.',
  },
  'scale-unnamed': {
    reason: 'A score on another scale needs the name of the scale',
    next: 'Nothing was kept. Write the name first, and the score with it.',
  },
  'charter-full': {
    reason: 'A charter holds at most {{most}} clauses',
    next: 'Nothing was changed. Remove one that no longer serves the couple first.',
  },
  'no-such-clause': {
    reason: 'That clause is no longer in the charter',
    next: 'Nothing was changed. Choose another one.',
  },
  'other-kind': {
    reason: 'A clause keeps its kind',
    next: 'Nothing was changed. Write a new clause of the other kind, and remove this one.',
  },
  'no-such-guarded': {
    reason: 'There is no such clause for a cue to guard',
    next: 'Nothing was changed. Choose another clause of the charter; a cue guards no cue.',
  },
  'wording-changed': {
    reason: 'The words have changed meanwhile',
    next: 'Nothing was said to them. Read the new ones together, and then say it again.',
  },
  'clause-unfinished': {
    reason: 'There is something missing in this clause',
    next: 'Nobody has consented to it yet. Finish it first; what is missing stands under it.',
  },
  'no-tests': { reason: 'This clause binds nobody', next: 'It needs both consents and no tests.' },
  'nothing-to-confirm': {
    reason: 'Nothing was found in it that could keep somebody from help',
    next: 'It needs no confirmation. If you see more in it than Holdfast does, speak with each partner alone all the same.',
  },
  'said-already': { reason: 'It stands like that already', next: 'Nothing was changed.' },
  'timeout-too-long': {
    reason: 'A timeout lasts 24 hours at most',
    next: 'Choose 24 hours or less. What takes longer needs a new return time.',
  },
  'check-in-too-short': {
    reason: 'A check-in takes two minutes or more',
    next: 'Choose two minutes or more, one for each.',
  },
  'nothing-in-writing': { reason: 'Nothing is being written there', next: 'Nothing was changed.' },
  'day-to-come': {
    reason: 'That day is still to come',
    next: 'Nothing was noted. Write the day it was, today’s at the latest.',
  },
  'day-before-wording': {
    reason: 'On that day these words were not here yet',
    next: 'Nothing was noted. A yes is said to the words as they stand: let them read these, and note the day they did.',
  },
  'consent-needs-paper': {
    reason: 'A consent noted here needs the day on the sheet it was given on',
    next: 'Nothing was noted. Write the date from the paper, or hand the screen to the partner.',
  },
  'nothing-captured': {
    reason: 'There is nothing there that both partners may read',
    next: 'No clause was made. Write the answers down first, or ask their owner to share them with the partner.',
  },
  'nothing-written': { reason: 'There is nothing of that kind to delete', next: 'Nothing was changed.' },
  'handed-over': {
    reason: 'The laptop is in a partner’s hands',
    next: 'Take it back with your PIN first. The room goes on.',
  },
  'not-handed-over': { reason: 'The laptop is not handed over', next: 'Nothing was changed.' },
  'nothing-to-hand-over': {
    reason: 'This exercise asks nothing of each partner alone',
    next: 'Choose another exercise. What is joint is made in the open.',
  },
  'pin-missing': { reason: 'There is no PIN yet', next: 'Choose one first: it is what you take the laptop back with.' },
  'seat-taken': {
    reason: 'Seat {{seat}} is taken',
    next: 'Choose one that is free, or give the other couple another one first.',
  },
  'all-here-already': {
    reason: 'Nobody is missing',
    next: 'Whoever has left stays so until you change it on their seat.',
  },
  'no-such-item': { reason: 'That item is no longer in this day', next: 'Choose another one from the agenda.' },
  'no-such-day': { reason: 'That day is not part of this retreat', next: 'Choose another day.' },
  'no-such-exercise': { reason: 'That exercise is not in the library', next: 'Choose another one.' },
  'no-such-program': { reason: 'That program is not in the library', next: 'Choose another one.' },
  'steps-begun': {
    reason: 'It has begun, and its steps stay as they are',
    next: 'To lead it in another form, go to it in the day once more: it then starts from its beginning.',
  },
  'item-on-stage': {
    reason: 'It is on stage, or has been, and keeps its place',
    next: 'Its times belong to the day’s record. Change what is still to come.',
  },
  'day-full': { reason: 'A day holds at most {{most}} items', next: 'Remove one first.' },
  'shifted-most': { reason: 'It is moved as far as it goes', next: 'Change the minutes of what is before it.' },
  'no-such-date': { reason: 'The calendar ends before its last day', next: 'Choose an earlier date.' },
  'day-over': { reason: 'Nothing is left in this day', next: 'End the day, or open the next one in Prepare.' },
  'day-ended': { reason: 'The day has ended', next: 'To go on with it all the same, choose an item of the day.' },
  'day-ended-next': {
    reason: 'This day has ended',
    next: 'Go on with the next day. To go on with this one all the same, choose an item of it.',
  },
  'run-is-on': { reason: 'Something is still on stage', next: 'End it first, then try again.' },
  'one-display': {
    reason: 'Holdfast sees only this screen',
    next: 'Plug in the room’s display, or open the room in a window.',
  },
  'choose-display': { reason: 'More than one display could be the room’s', next: 'Choose the one people look at.' },
  'no-such-display': {
    reason: 'That display is no longer plugged in',
    next: 'Check the cable, or choose another one.',
  },
  'console-on-display': {
    reason: 'The console is on that display',
    next: 'Move this window to the other screen, or open the room in a window.',
  },
  'no-recovery': { reason: 'There is no open run to go back to', next: 'Start from Home.' },
  'nothing-away': { reason: 'The time away is already settled', next: 'Go on as you are.' },
  'already-printing': {
    reason: 'Something is on its way to the printer',
    next: 'Answer its dialog first, or stop it.',
  },
  'no-such-printer': { reason: 'This computer knows no such printer any more', next: 'Choose another one.' },
  'already-making': { reason: 'Files are being made already', next: 'Let that end first, or stop it.' },
  'unknown-page': {
    reason: 'No page of that couple has this code any more',
    next: 'Nothing was taken in. Look at the file once more.',
  },
  'already-taken-in': { reason: 'All of it was taken in before', next: 'Nothing was changed.' },
  'answer-other-day': {
    reason: 'An answer is about a day the page cannot be about',
    next: 'Nothing was taken in. Look at the file once more, and take in the rest.',
  },
  'too-many-answers': {
    reason: 'At most {{most}} files are looked at together',
    next: 'Take these in or put them away, then open the others.',
  },
  'nothing-to-make': { reason: 'There is no file to make in that choice', next: 'Choose a copy and a format.' },
  'not-printing': { reason: 'Nothing is on its way to the printer', next: 'Choose what to print.' },
  'not-making': { reason: 'Nothing is being made', next: 'Choose who takes what home, and make it.' },
  'phrases-shown': {
    reason: 'Pass-phrases of the last files are still shown',
    next: 'Write them down and put them away: they are lost with the next files.',
  },
  'no-phrases': { reason: 'No pass-phrase is shown', next: 'They were put away, or nothing was made with one.' },
  'no-place': { reason: 'There is no folder for the files yet', next: 'Choose one, and make them then.' },
  'place-busy': { reason: 'Holdfast is already changing folders', next: 'Let that end first, or stop it in Settings.' },
  'place-not-free': {
    reason: 'That folder has something in it',
    next: 'Choose an empty one, or make a new one inside it. Everything is kept where it was.',
  },
  'place-no-library': {
    reason: 'There is no Holdfast library in that folder',
    next: 'Choose the folder that holds “retreats” and “couples”, or start with a new library.',
  },
  'place-in-use': {
    reason: 'Another Holdfast ({{machine}}) has that folder open',
    next: 'Close it there, or choose another folder.',
  },
  'place-full': {
    reason: 'There is not enough room in that folder',
    next: 'Choose one on another disk. Everything is kept where it was.',
  },
  'place-forbidden': {
    reason: 'Holdfast may not write in that folder',
    next: 'Choose another one, or change its permissions.',
  },
  'place-missing': { reason: 'That folder is not there', next: 'Plug its disk in, or choose another one.' },
  'place-failed': {
    reason: 'The disk of that folder reported an error',
    next: 'Choose one on another disk. Everything is kept where it was.',
  },
  malformed: { reason: 'Holdfast did not understand that', next: 'Check what you typed and try once more.' },
  'not-from-here': { reason: 'This page may not do that', next: 'Do it on the console.' },
  'too-fast': { reason: 'That came too fast', next: 'Wait a moment and try once more.' },
} as const;
