import type { ComponentType } from 'react';
import type { CouplesPart } from '../mirror/store';
import { AllCouples } from './all-couples';
import { ConsentPart } from './consent-part';
import { PrintoutsPart } from './printouts-part';
import { TakeHomePart } from './take-home-part';
import { TodayPart } from './today-part';

/** What Couples holds: a part is an entry here, and its name one of the mirror's. */
export const parts: Readonly<Record<CouplesPart, ComponentType>> = {
  consent: ConsentPart,
  today: TodayPart,
  'take-home': TakeHomePart,
  room: PrintoutsPart,
  all: AllCouples,
};
