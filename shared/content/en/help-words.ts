import type { HelpWords } from '../../exercise/help-words';

const words = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[] => text.split(', ');

const negation = [
  ...words("never not don't doesn't didn't won't can't cannot mustn't shouldn't wouldn't isn't aren't needn't"),
  ...words("no none neither nor nobody nobody's noone nothing without"),
  ...phrases('no one, no longer'),
];

/** What holds back, sets a condition, asks leave, threatens or hides, where help is spoken of in the same sentence. */
const limit = [
  ...negation,
  // To hold back.
  ...phrases(
    'avoid*, refrain*, stop, stops, stopped, stopping, quit, quits, quitting, give up, gives up, giving up, skip*, cancel*, drop, drops, stay away, stays away, stays out, stay out, keep away, hold off, holds off, put off, puts off, hold back, instead of, instead, rather, come off, comes off, swear off, done with, forget about, last resort, unnecessary, delete*, block*, throw away, throws away, limit*, restrict*, cut off, cut down, cut ties, cuts ties, cutting',
  ),
  // To forbid.
  ...phrases(
    'off limits, off the table, out of the question, out of bounds, forbid*, banned, ban, prohibit*, taboo, weak, weakness, for the weak, none of your, ruled out, cost too much, closed to, have no place, has no place, waste of, nonsense, pointless, dangerous, poison*',
  ),
  // To set a condition or ask leave.
  ...phrases(
    "only, unless, until, permission, permit*, approval, approv*, allow*, agreement, consent, okay, ok, my yes, your yes, the other's yes, if i agree, agrees, agreed, has to agree, both agree, must agree, say so, says so, blessing, clear it, clears it, cleared, run it by, ask me, asks me, ask first, asks first, ask each other, ask the other, asks the other, check with me, check with the other, check with each other, tell me first, tell each other first, inform the other, phone me, you phone me, call me first, comes to me, come to me, talk to me, talks to me, signed, both sign, must first, have to first, first try, try everything, prior to, check in with me, earned, one call a week, once a month, in advance, maybe, perhaps, i get to read, i read, i listen, listen in, along, in the room, supervise*, wait*, sleep on it, postpone*, delay*, tough it out, sit it out, hold out, days before, hours before",
  ),
  // To decide for the other.
  ...phrases(
    'decides, i decide, he decides, she decides, last word, final say, my decision, your decision, his decision, her decision, my choice, is up to me, in charge, controls, i manage, i hold, i keep, i choose, alone choose, keeps the',
  ),
  // To threaten or shame.
  ...phrases(
    'lose*, is over, counts as, cheat*, ends today, would end, end this, leave you, leaves you, i leave, leaves for good, am gone, is gone, are gone, betray*, divorc*, traitor*, the end, end of us, punish*, pays for, disloyal*, moves out, move out, through with, broken trust, breaks trust, breaks our trust, breach, unfaithful, treason, treachery, against us, ashamed, shame*, disgrace*, failed, fails us, failure, giving up on us, enemy, enemies, hurts us, crazy, attention',
  ),
  // To hide.
  ...phrases(
    'lie to, lies to, say it was, says it was, say nothing, says nothing, say that all, say all is, say we are fine, say i am fine, pretend*, cover for, cover up, play down, plays down, make up a story, an accident, keep quiet, stay silent, is fine, all is well, smile and, same story, hide*, out of it, out of our, out of this, behind, secret*, stranger, strangers, bother*, burden*, trouble with',
  ),
  // To do without.
  ...phrases(
    'ourselves, on our own, by ourselves, alone, himself, herself, at home, enough, like adults, between us, in silence',
  ),
];

/** What restricts help in English, in plain words and in others (S21). */
export const helpWords: HelpWords = {
  negation: 'negation',
  sets: {
    negation,
    limit,
    helper: phrases(
      'doctor*, physician*, gp, nurse, nurses, hospital*, clinic*, emergency room, er, ambulance*, paramedic*, emergency, emergencies, 911, 112, 999, 988, 110, medic*, meds, pill, pills, painkiller*, insulin, inhaler*, antidepressant*, prescription*, treatment*, rehab, therap*, counsel*, psych*, shrink, shrinks, mental health, police*, cops, cop, authorities, shelter, shelters, refuge, lawyer*, solicitor*, attorney*, social worker*, social services, child services, support group*, self help group*, samaritans, midwife, specialist*, professional*, pastor, priest, rabbi, imam, outside help, help from outside, stitches, x ray, hotline*, helpline*, help line*, crisis line*, support line*, emergency number*, crisis number*, outsider*, third part*, ask for help, asks for help, asking for help, seek help, seeks help, seeking help, get help, gets help, getting help, look for help, looking for help, call for help, calls for help, calling for help, cry for help, fetch help, find help, bring in help, accept help, needs help, need help, help from anyone, help from others',
    ),
    people: phrases(
      'friend*, girlfriends, mates, buddies, family, families, relative*, parent*, mother*, mom, moms, mum, mums, mama, father*, dad, dads, sister*, brother*, sibling*, aunt*, uncle*, cousin*, grandm*, grandp*, neighbour*, neighbor*, colleague*, coworker*, anyone, anybody, anyone else, someone else, somebody else, no one else, nobody else, other people, others, the outside, people, stranger*, folks, teacher*',
    ),
    talk: phrases(
      'call*, phone, phones, phoning, ring, rings, ringing, dial*, text*, messag*, tell*, told, talk*, speak*, spoken, consult*, contact*, involv*, confid*, reach out, reaches out, reaching out, turn to, turns to, turning to, run to, runs to, running to, go to, goes to, going to, open up, complain*, mention*, contact, texts, cry, cries, crying, write to, writes to, share*, discuss*, lean on, leans on, vent*, visit*, see, sees, seeing, let in, need, needs, trust*, stay with, stays with, staying with, sleep at, go back to, hear*, know, knows, find out, welcome, sets foot, set foot, advice, meet, meets, meeting, close to, contact with',
    ),
    secret: phrases(
      "stays between us, stay between us, between us two, between the two of us, between you and me, stays in the house, stays in this house, stay in this house, stays at home, stay at home, stays home, stays here, within these walls, inside these walls, within our walls, four walls, behind closed doors, behind our door, keep to ourselves, keep it to ourselves, to ourselves, needs to know, need to know, needs to hear, nobody's business, no one's business, keep secret, kept secret, is secret, are secret, our secret, a secret, leave the house, leaves the house, leave this house, leaves this house, leave this room, leaves this room, dirty laundry, dirty linen, is private, are private, remains private, strictly private, stays private, stays inside, stay inside, under our roof, within the family, goes no further, go no further, in the family, unspoken, not spoken of, out of the house",
    ),
    trouble: phrases(
      'fight*, quarrel*, argument*, argu*, problem*, trouble*, what happens, whatever happens, everything, anything that, anything bad, hurt*, bruise*, black eye, scar, scars, bad days, bad nights, crisis, crises, pain, panic*, conflict*, violence, hit, hits, hitting, slap*, push*, no matter what, always, under no circumstances, our business, our marriage, marriage, our relationship, about us, temper, drinking, sad, sadness, afraid, scared, upset, storms, rows, row, mess, what goes on, what went on, worries, depress*, our affairs, illness, sick, ill, gets bad, gets loud, feel low, are low, is low, whatever it is, lose it, loses it, anger, rage, cry, cries',
    ),
    hear: phrases('hear*, know, knows, learn*, find out, finds out, told, gets wind, see, sees'),
    weapon: phrases('as a weapon, against each other, against the other, against you, against me, against one another'),
    tellNoOne: phrases(
      'tell no one, tell nobody, tells no one, tells nobody, telling no one, telling nobody, talk to nobody, talk to no one, talks to nobody, say nothing to anyone, keep quiet about, keeps quiet about, call nobody, calls nobody, call no one, calls no one',
    ),
    solve: phrases(
      'look after, solve*, handle*, sort*, deal, deals, manage*, fix*, settle*, work out, works out, work through, get through, cope*, carry, carries, heal, heals, treat, treats',
    ),
    alone: phrases(
      'ourselves, on our own, by ourselves, alone, just the two of us, only the two of us, without outside, without anyone, without anybody, without help, without others, himself, herself, in silence',
    ),
    onlyEachOther: phrases(
      'only to me, only with me, to me and nobody, to me and no one, only to each other, only with each other, just to each other, just with each other, nobody but, no one but, me alone, only in me, only me, nobody else, no one else',
    ),
    whom: phrases('talk*, turn*, confid*, go, goes, run, runs, come, comes, tell*, trust*, need*, open up, cry, lean*'),
    take: phrases(
      "take away, takes away, taken away, hand over, hands over, handed over, hide*, lock*, confiscat*, give me, gives me, takes my, takes your, take my, take your, take the other's, takes the other's, switch off, unplug*, turn off, disconnect*",
    ),
    means: phrases(
      'phone, phones, car keys, the keys, house keys, passport*, bank card, the router, wifi, sim card, internet, id card*',
    ),
    keep: phrases('keep*, leave*, kept, left'),
    keepOut: phrases(
      'out of it, out of our, out of this, out of the, out of what, away from us, at a distance, away from our, away from me, away from you',
    ),
    enough: phrases(
      'all the help, all the support, all the therapy, all the doctor, only help, only doctor, only therapist, only support, better than therapy, need no one, need nobody, needs nobody, needs no one, need no help',
    ),
    hinder: phrases(
      'keep each other, keep the other, keeps the other, keep one another, keep anyone, keep you, keep me, keeps, stop each other, stop the other, stops the other, stop one another, stop anyone, stop you, hinder*, prevent*, block*, discourag*, stand in the way, stands in the way, in the way, talk each other out, talk the other out, talks the other out, hold it against, hold against, use against, used against, as a weapon, shame*, punish*, be angry, angry, interfer*, question*, forbid*, refuse*, resent*, sulk*, control*, delay*, come between, comes between, make it hard, stop, pressure*, hide*, explain*',
    ),
    abstain: phrases(
      'skip*, cancel*, drop, put off, puts off, postpone*, stop, quit, miss, misses, forget*, neglect*, late, give up',
    ),
    wait: phrases('wait*, a burden, too much, too late, too early, ashamed, weak, weakness, a weakness, alone'),
    need: phrases('need*, require*, has to, have to'),
    leave: phrases(
      "permission, ask*, approval, a yes, the other's yes, yes from the other, a reason, explain*, agreement, okay",
    ),
    may: phrases(
      'may, can, could, free to, always, any time, anytime, whenever, welcome to, right to, either of us, each of us, even, glad',
    ),
    freely: phrases(
      'without asking, without having to ask, without permission, without explaining, without telling, without a reason, no questions asked, without reasons, without checking, without waiting, whatever the other, whether or not',
    ),
    against: phrases(
      'make fun, makes fun, badmouth*, joke*, mock*, gossip*, run down, run each other down, speak badly, talk badly, talk down, put each other down, put down, embarrass*, correct each other, compare, compares, comparing, shout, names, for the other, on behalf, argue, quarrel, fight, promise*, decide*, money to, lend*, invit*, plans with, arrang*, take sides, weapon, against each other, interrupt*, brag*, show off, roll our eyes, flirt*, complain about each other, sulk*',
    ),
    ask: phrases('ask, asks, asking, call, calls, calling, cry, scream'),
    forHelp: phrases('for help'),
    welcome: phrases(
      'may, can, could, free to, at any time, any time, anytime, whenever, together, at once, right away, straight away, remind*, strength, stuck, too much, day or night, first and each other, goes, take turns, hang, hangs, always all right, is always, learn*, glad, proud, kindly, with thanks, no matter who, for each other, has the number, know where, the baby, baby, children, kids, dog, cat, grandma*, first aid, follow*',
    ),
    weDo: phrases(
      'we call, we see, we ring, we phone, we visit, we get, we go to, we ask, we tell, we take, we keep, we find, we look for, we drive, we thank, calls, sees, rings',
    ),
    welcomed: phrases(
      'is always, are always, comes first, come first, is welcome, are welcome, is okay, are fine, is fine, is all right',
    ),
    nobody: phrases('nobody, no one, noone'),
    phoned: phrases(
      'is phoned, is called, gets called, is told, are told, is asked, is rung, gets told, is informed, is involved, is let in',
    ),
    stayHome: phrases(
      'stay home, stays home, stay in, stays in, stay inside, stays inside, not seen, do not go out, wear sunglasses, long sleeves',
    ),
    exempt: phrases(
      'help is always, always allowed, always fine, always free, always okay, always open, help never, getting help, help comes first, is exempt, are exempt, except help, except for help, but help, unless we need help, unless someone needs help, unless one of us needs help, help excepted, safe people, apart from help, we get help, get help',
    ),
    untilTalked: phrases(
      "until we have talked, until we've talked, until we talked, until we have spoken, until we've spoken, until both have, until we both, until the evening, till we have talked, until the birthday, until her birthday, until the party",
    ),
    small: phrases(
      'present*, surprise*, birthday*, secret santa, gift*, proposal, passwords, recipe*, pin, salary, salaries, budget, money',
    ),
    lookalike: phrases(
      'doctor show*, hospital series, hospital show*, police series, police show*, police drama*, crime show*, doctor series, call each other names, calling each other names, call names, family dinner*, family photo*, family name*, family recipe*, family calendar, friend request*, friends list, tech support, therapy dog*, help ourselves, emergency exit*, emergency chocolate, emergency fund*, take turns, medical drama*, take each other for, doctor who, phone bill*, when friends are here, in front of, not at all, or not, key to, keys to',
    ),
  },
  restricts: [
    'helper, limit',
    'talk people, limit',
    'people talk, limit',
    'keep people keepOut',
    'trouble, secret',
    'helper, secret',
    'tellNoOne',
    'nobody~phoned',
    'stayHome trouble',
    'negation hear trouble',
    'solve, trouble, alone',
    'whom onlyEachOther',
    'take means, trouble',
    'negation means, trouble',
    'take means, talk',
    'enough',
  ],
  named: ['helper', 'ask forHelp'],
  welcomes: [
    'welcome',
    'weDo~helper',
    'helper welcomed',
    'keep helper',
    'exempt',
    'negation~hinder',
    'negation~abstain',
    'negation~against',
    'negation+wait',
  ],
  allows: [
    'lookalike',
    'negation~hinder',
    'negation~abstain',
    'negation+wait',
    'negation need leave',
    'need negation leave',
    'negation+leave',
    'leave~negation',
    'may helper freely',
    'may talk people freely',
    'helper~exempt',
    'negation~against',
    'negation helper weapon',
    'negation people weapon',
    'exempt',
    'secret exempt',
    'trouble secret untilTalked',
    'secret untilTalked',
    'small secret',
    'secret small',
  ],
};
