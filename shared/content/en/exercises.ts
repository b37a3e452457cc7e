import type { Exercise } from '../../exercise/exercise';
import { rightToPass } from './exercises/a1-right-to-pass';
import { arrivalBreath } from './exercises/a2-arrival-breath';
import { clayAndBlueprint } from './exercises/a3-clay-and-blueprint';
import { triggerMap } from './exercises/b1-trigger-map';
import { nameMyPattern } from './exercises/b2-name-my-pattern';
import { kindWord } from './exercises/b3-kind-word';
import { safeDisclosure } from './exercises/b4-safe-disclosure';
import { floorAndEcho } from './exercises/c1-floor-and-echo';
import { slowDialogue } from './exercises/c2-slow-dialogue';
import { safeHarbour } from './exercises/c3-safe-harbour';
import { signalDesign } from './exercises/d1-signal-design';
import { timeoutAgreement } from './exercises/d2-timeout-agreement';
import { landingPhrases } from './exercises/d3-landing-phrases';
import { timeoutRehearsal } from './exercises/d4-timeout-rehearsal';
import { fullTimeout } from './exercises/d5-full-timeout';
import { threeLineRepair } from './exercises/e1-three-line-repair';
import { viewFromTheBalcony } from './exercises/e2-view-from-the-balcony';
import { whenWeSlip } from './exercises/e3-when-we-slip';
import { bidsLab } from './exercises/f1-bids-lab';
import { launchpad } from './exercises/f2-launchpad';
import { goodNews } from './exercises/f3-good-news';
import { nearFarDial } from './exercises/f4-near-far-dial';
import { helloAndGoodbye } from './exercises/g1-hello-and-goodbye';
import { agreementsBuilder } from './exercises/g2-agreements-builder';
import { permissionToEnforce } from './exercises/g3-permission-to-enforce';
import { thirdParties } from './exercises/g4-third-parties';
import { stormPlanning } from './exercises/g5-storm-planning';
import { twoMinuteCheckIn } from './exercises/h1-two-minute-check-in';
import { weeklyReview } from './exercises/h2-weekly-review';
import { takeHomePlan } from './exercises/h3-take-home-plan';

/** Every exercise, in the order a retreat meets them. */
export const exercises: readonly Exercise[] = [
  rightToPass,
  arrivalBreath,
  clayAndBlueprint,
  triggerMap,
  nameMyPattern,
  kindWord,
  safeDisclosure,
  floorAndEcho,
  slowDialogue,
  safeHarbour,
  signalDesign,
  timeoutAgreement,
  landingPhrases,
  timeoutRehearsal,
  fullTimeout,
  threeLineRepair,
  viewFromTheBalcony,
  whenWeSlip,
  bidsLab,
  launchpad,
  goodNews,
  nearFarDial,
  helloAndGoodbye,
  agreementsBuilder,
  permissionToEnforce,
  thirdParties,
  stormPlanning,
  twoMinuteCheckIn,
  weeklyReview,
  takeHomePlan,
];
