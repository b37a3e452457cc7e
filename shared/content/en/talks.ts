import type { Talk } from '../../exercise/exercise';
import { closeAndEveningPractice, closeAndHelpCard, closingCircle, groupQuestions } from './talks-together';

const behaviourBeforeFeeling: Talk = {
  id: 'behaviour-before-feeling',
  title: 'Behaviour before feeling',
  ideas: ['functioning', 'base'],
  notes:
    'Stand still, speak slowly, one card at a time. Bring one small, unheroic example of your own for the second card. Nobody is asked to answer aloud. If someone asks about harm at home, say: “What I say here is for two people who are safe with each other. Find me alone if that is not so.”',
  cards: [
    {
      thought: 'Security is something you do',
      detail: 'Feelings come and go. What you do next is yours to choose.',
      say: 'We tend to think safety between two people is a feeling, and that we must wait for it. Here we start from the other end. Safety is something you do: you come back, you answer, you keep your word. You can do that on a day when you feel very little.',
    },
    {
      thought: 'Do it first. Feel it later.',
      detail: 'Small acts, kept up, become trust.',
      say: 'The act comes first and the feeling follows, often weeks later. You greet each other before you open the post. You say sorry before you feel like it. None of it is fake: it is practice, and bodies learn from practice.',
    },
    {
      thought: 'Leaning on each other sets you free',
      detail: 'Who can count on someone dares more alone.',
      say: 'Here is the surprise. People who can lean on someone do not shrink; they go further on their own. Being there for each other is not being joined at the hip. It is having somewhere to come back to.',
    },
    {
      thought: 'Nobody does this perfectly',
      detail: 'The skill is coming back.',
      say: 'You will miss each other today, probably within the hour. That is the material, not a failure. What we practise is noticing, and coming back. You never have to speak to the group, and you may pass at any point without a reason.',
    },
  ],
};

const secureFunctioning: Talk = {
  id: 'secure-functioning',
  title: 'Two people, one team',
  ideas: ['functioning', 'culture', 'practice'],
  notes:
    'Two to three minutes a card. On the fourth, look at how your own team or family handles it and tell it in three sentences. Watch for couples who glance at each other to score a point: say “look at your own half of the field”. Questions can wait for the break.',
  cards: [
    {
      thought: 'The two of you are a team',
      detail: 'What wins for one and costs the other, you both lose.',
      say: 'Think of the two of you as the smallest possible team. You can still argue, and you are still two separate people. But nothing is a win if it costs the other one dearly, because you live with the loser afterwards, and so does the loser.',
    },
    {
      thought: 'Both designed it, or it will not hold',
      detail: 'Informed, agreed, fair and kind to both.',
      say: 'Every couple has a culture: how you greet, fight, spend, rest. Most of it was never chosen. In this retreat you choose some of it together. What only one of you wanted will crack on the first bad day; what both of you shaped has a chance.',
    },
    {
      thought: 'Old alarms, new room',
      detail: 'Reaching harder and pulling back are both ways of staying safe.',
      say: 'Under pressure some of us reach harder, some of us pull back, most of us do both on different days. Those are states, not kinds of people. They were sensible once. When one rings, you can say: my alarm is on; this may be my history guessing.',
    },
    {
      thought: 'Look after each other first',
      detail: 'Before the phone, the parents, the deadline.',
      say: 'In a team of two, the other one hears important news first, and gets a greeting before the agenda. That is not cutting anyone off. Friends, family, doctors and helplines stay yours, always. It only means that outsiders do not quietly run your home.',
    },
    {
      thought: 'Hurt happens. Come back quickly.',
      detail: 'What counts is how soon, and how kindly.',
      say: 'You will hurt each other, because you are close enough to. Secure couples are not the ones who never quarrel. They are the ones who mend quickly, in plain words, and let the mending be heard.',
    },
  ],
};

const flooding: Talk = {
  id: 'flooding',
  title: 'When the body takes over',
  ideas: ['practice', 'functioning'],
  notes:
    'Keep your own voice low and slow: the room borrows it. Do not ask anyone to recall a bad moment. If you see someone glaze over, stop and have everyone look round and find three round things. Present this as how bodies work, never as something that is wrong with somebody.',
  cards: [
    {
      thought: 'The body hears danger first',
      detail: 'Heart, jaw, heat, cold: it decides before you do.',
      say: 'Your body listens for danger faster than you can think. A tone of voice, a turned back, and the heart is already off. Nobody chose that. Notice where yours speaks first: chest, throat, stomach, jaw, hot hands, cold feet.',
    },
    {
      thought: 'When flooded, nobody can listen',
      detail: 'Clever words do not reach a flooded body.',
      say: 'Past a certain point, listening is simply switched off. You hear attack in a shrug. Explaining more, or louder, makes it worse, and this is true of the most reasonable person in this room. The kind thing is to stop.',
    },
    {
      thought: 'Body first, story second',
      detail: 'Settle. Then talk.',
      say: 'So we change the order. First the body: breathe out slowly, feel your feet, drink water, walk. Then the story. Nothing is lost by waiting; the story will still be there, and you will tell it better.',
    },
    {
      thought: 'Twenty minutes is not long',
      detail: 'Calming takes the body twenty minutes or more.',
      say: 'It takes the body twenty minutes or so to come down, and longer if you spend them preparing your speech. So a real timeout is at least twenty minutes, and you spend it soothing yourself, not rehearsing. In here we sometimes practise a short one, and we say that it is short.',
    },
    {
      thought: 'Leave with a time to return',
      detail: 'Going is kind when coming back is certain.',
      say: 'Walking out hurts when nobody knows if you will be back. So the one who calls a pause says when they will return, and then returns. Either of you may call it. Nobody keeps count of who did.',
    },
  ],
};

const repair: Talk = {
  id: 'repair',
  title: 'Repair',
  ideas: ['functioning', 'practice'],
  notes:
    'It helps to tell one repair of your own that went badly the first time. Say the limit on the last card in your ordinary voice, looking at no one in particular: it is for everybody, and it is never discussed in front of a partner.',
  cards: [
    {
      thought: 'Small tears, mended early',
      detail: 'Most hurts are mendable in a minute or two.',
      say: 'Most harm between two people who mean well is small, and grows only because nobody went back to it. Repair is the habit of going back: soon, briefly, without waiting for the other one to begin.',
    },
    {
      thought: 'See it. Own it. Choose us.',
      detail: 'Your hurt, my part, and what matters more than the point.',
      say: 'Three moves. You say what it was like for the other one. You say your own part, without the word “but”. And you say that the two of you matter more than the point you were making. That is the whole of it.',
    },
    {
      thought: '“Not yet” is an honest answer',
      detail: 'Not yet. What I still need is …',
      say: 'The other person does not owe you a quick forgiveness. They may say: thank you, I can take that in. Or: not yet, and this is what I still need. Both are ways of receiving. Neither is a punishment.',
    },
    {
      thought: 'Not solved can be enough',
      detail: 'Some differences stay. You can still be close.',
      say: 'Some things will not be solved this year, or ever. You can stand on the same side of an unsolved thing. Being mended comes before being in agreement.',
    },
    {
      thought: 'Some things need more help',
      detail: 'Being afraid of someone is no small hurt. Help is always allowed.',
      say: 'Everything we practise here is for ordinary hurts. Being threatened, hit, watched or frightened is something else, and no three sentences will mend it. The help card will be on the wall for everyone, and I am glad to talk with anyone alone, at any time.',
    },
  ],
};

const governance: Talk = {
  id: 'governance',
  title: 'Run your own small country',
  ideas: ['culture', 'functioning'],
  notes:
    'Keep it light; this is the hour after lunch. Give one example agreement in words a child would understand: “We say goodnight before we sleep.” Do not praise any one way of living together: every adult arrangement fits here.',
  cards: [
    {
      thought: 'Two people, your own country',
      detail: 'You write the laws. Both of you, together.',
      say: 'Nobody else gets to say how the two of you should live: married or not, one home or two. But somebody has to say it, or habit and the loudest voice will. So today you govern: two people, equal votes, your own small country.',
    },
    {
      thought: 'Short laws, in words of one line',
      detail: 'We … before we … Plain enough to keep when tired.',
      say: 'A good agreement begins with “we”, fits on one line, and can be kept on a bad day. It protects both of you from the worst of each of you. Say what you will do, not what you hope to feel.',
    },
    {
      thought: 'Two yeses, or it waits',
      detail: 'If either of you hesitates, it stays a draft.',
      say: 'Each agreement needs two free yeses. If one of you hesitates, it stays a draft, and drafts are respectable. A yes given to end the evening is worth very little; you will be paying it back for months.',
    },
    {
      thought: 'Fair means fair to both',
      detail: 'Would you swap places and still sign?',
      say: 'Here is a quick test: swap places in your head. Would you sign it from the other chair? If the weight always lands on the same person, change it now, while it is easy.',
    },
  ],
};

export const talks: readonly Talk[] = [
  behaviourBeforeFeeling,
  secureFunctioning,
  flooding,
  repair,
  governance,
  groupQuestions,
  closingCircle,
  closeAndHelpCard,
  closeAndEveningPractice,
];
