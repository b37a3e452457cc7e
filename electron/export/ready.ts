import type { Origin } from '../../shared/couple/summary/formats';
import type { CopyFault } from '../../shared/session/state/take-home';
import type { Readiness } from '../../shared/session/view/copy-standing';
import { standingOf } from '../../shared/session/view/ready-now';
import { type Moment, NotMade } from './maker';

const faults: Readonly<Record<Readiness, CopyFault | null>> = {
  ready: null,
  'no-consent': 'no-consent',
  nothing: 'nothing',
  alone: 'nothing',
  reading: 'not-open',
};

/** Why there may be no file that is written from this just now; null: there may be one. */
export function notReady(at: Moment, from: Origin): NotMade | null {
  const fault = faults[standingOf(at, at.copy.version, at.out, at.session.retreat?.id ?? '')[from]];
  return fault === null ? null : new NotMade(fault);
}
