import type { Talk } from '../../exercise/exercise';

/** Group talk is optional for everyone, always (S15): each card offers something to do alone or in the pair. */
export const groupQuestions: Talk = {
  id: 'group-questions',
  title: 'Questions, if you like',
  optional: true,
  ideas: ['functioning', 'practice'],
  notes:
    'Optional for everyone: say so, and mean it. Put paper and a box by the door so that questions can be asked without a voice or a name. Answer about how things work, never about a couple in the room. If someone begins to tell their partner’s story, stop them kindly: “Let us leave that one at home; ask it as a question about anyone.”',
  cards: [
    {
      thought: 'Stay, stroll, or sit quietly',
      detail: 'This part is optional. Nobody will ask why.',
      say: 'For the next quarter of an hour you choose. Stay for questions, take a walk with your partner, or sit and do nothing. Nobody is counting, and nobody will ask why.',
    },
    {
      thought: 'Ask about anyone, not each other',
      detail: 'Aloud, on paper, or only in your head.',
      say: 'If you have a question, ask it as if it were about any two people. You can say it, or drop it in the box. Please keep your partner’s story out of it: that story is theirs.',
    },
    {
      thought: 'Keep one answer for yourself',
      detail: 'Write it down, or tell only your partner.',
      say: 'Before we stop: keep one thing you want to remember. Write it for yourself, or tell your partner on the way to the door. Thank you for the questions, the loud ones and the silent ones.',
    },
  ],
};

export const closingCircle: Talk = {
  id: 'closing-circle',
  title: 'Closing circle, if you like',
  optional: true,
  ideas: ['functioning', 'base'],
  notes:
    'Optional for everyone. Say it before chairs are moved, so that nobody has to walk out of a ring. Go round by invitation, not by order: a stone or a cup can be passed on with a nod and no words. Be at the door at the end; people who say nothing here often speak there. Check that everyone knows where the help card is.',
  cards: [
    {
      thought: 'Join the circle, or stay as you are',
      detail: 'Two by the window is also an ending.',
      say: 'We end together, for those who want to. Bring your chair into the circle, or stay where you are with your partner, or step outside. Each of these is a good way to end.',
    },
    {
      thought: 'One word you take home',
      detail: 'Say it, think it, or whisper it to your partner.',
      say: 'I will pass this cup. If you like, say one word you are taking home. If not, just hand it on: a nod is enough. In the pair, you can whisper your word to each other instead.',
    },
    {
      thought: 'Be gentle with this evening',
      detail: 'Tired is normal. Big decisions can wait a few days.',
      say: 'Days like these stir things up. You may feel raw, or flat, or oddly cheerful. Eat something, sleep, and put off the large decisions for a few days. If you feel worse rather than better, tell someone.',
    },
    {
      thought: 'Help is nearer than it seems',
      detail: 'The help card is for each of you, on your own.',
      say: 'I am putting the help card up for everybody. The lines on it are free for each of you, alone, tonight or any time, and calling one never needs permission. I will be at the door for the next half hour. Travel kindly.',
    },
  ],
};

export const closeAndHelpCard: Talk = {
  id: 'close-and-help-card',
  title: 'Before you go',
  ideas: ['practice', 'functioning'],
  notes:
    'Do not add anything new. After the last card put the help card on the wall (it is two clicks away) and leave it there while people find their coats. Hand the paper card to every single person, not one to a couple. Stay until the room is empty: the important questions come at the door.',
  cards: [
    {
      thought: 'Keep one thing',
      detail: 'Small enough for tomorrow.',
      say: 'You do not have to take everything home. Choose one thing small enough to do tomorrow: the check-in, the signal, one reach answered. Tell each other which one it is, quietly.',
    },
    {
      thought: 'Be gentle on the way home',
      detail: 'No post-mortem today. Eat, walk, sleep.',
      say: 'You have worked hard, even if it looked like talking. Please hold no inquest in the car. Eat something, take a slow walk, sleep. If something sore has come up, note it down and choose a time for it this week.',
    },
    {
      thought: 'You may ask for more help',
      detail: 'Early is easier. Asking is strength.',
      say: 'This was practice, not therapy. If the same hurt keeps coming back, if rage takes over, if someone feels unreal or wants to hurt themselves, or if there is a betrayal or a parting in the air, find someone trained to sit with you. Earlier is easier.',
    },
    {
      thought: 'This card is for each of you',
      detail: 'Alone, any time, no permission needed.',
      say: 'The help card is coming up now, for everyone in the room. Take a photo, or take a paper one, each of you your own. Nobody needs anyone’s permission to call. And if home is not safe for you, please do not practise these steps there: call, or find me alone. Thank you for coming.',
    },
  ],
};

export const closeAndEveningPractice: Talk = {
  id: 'close-and-evening-practice',
  title: 'Tonight, gently',
  ideas: ['practice', 'base', 'functioning'],
  notes:
    'The end of a full first day: speak softly and finish early if you can. The practice tonight is short on purpose; nobody has to do it. Say at what hour you are here tomorrow and how you can be reached this evening. Put the help card up after the last card and leave it on.',
  cards: [
    {
      thought: 'You have done enough today',
      detail: 'Let it settle. Nothing needs solving tonight.',
      say: 'That was a full day. Nothing from it has to be solved tonight. What you learned will go on sorting itself out while you sleep.',
    },
    {
      thought: 'Two minutes, then rest',
      detail: 'One check-in each before sleep. Or leave it out.',
      say: 'If you want some practice, do this: one minute each before sleep. Today I feel, I need, thank you. No answers, no repairs. If you are too tired, say “tomorrow”, and mean it kindly.',
    },
    {
      thought: 'If it heats up, pause it',
      detail: 'Use your signal. Name a time. Come back.',
      say: 'Days like this can stir up a quarrel at bedtime. If it gets hot, use your signal, say when you will come back to it, and make it at least twenty minutes. The morning is a fine time.',
    },
    {
      thought: 'One kind thing at the door',
      detail: 'Greet each other before bags, phones and keys.',
      say: 'When you next come through a door tonight, greet each other before anything else. Ten seconds, with or without touch. That is all the homework there is.',
    },
    {
      thought: 'Help is there all night',
      detail: 'For each of you, alone. No permission needed.',
      say: 'The help card goes up now and stays up. It is for each person here, alone, at any hour. If you would rather not come tomorrow, or come by yourself, that is fine: just tell me or leave a note. Good night, and thank you.',
    },
  ],
};
