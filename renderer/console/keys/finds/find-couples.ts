import { extensionMinutes } from '../../../../shared/retreat/private-timeout';
import type { RosterEntry } from '../../../../shared/retreat/retreat';
import { statuses } from '../../../../shared/retreat/retreat-constants';
import { sides } from '../../../../shared/room/wall';
import { offeredMinutes } from '../../mirror/offered-minutes';
import type { Find, Finds, Met } from './find';

const bySeat = ({ retreat }: Met['view']): RosterEntry[] =>
  [...(retreat?.couples ?? [])].sort((one, other) => one.seat - other.seat);

export const findCouples: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).map((couple) => ({
    id: `couple/${couple.id}`,
    label: coupleOf(couple),
    description: t('palette.seat', { seat: couple.seat }),
    does: { couple: couple.id },
  }));

export const findPages: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).map((couple) => ({
    id: `page/${couple.id}`,
    label: t('palette.page', { couple: coupleOf(couple) }),
    description: t('palette.seat', { seat: couple.seat }),
    does: { page: couple.id },
  }));

/** What a couple says in an exercise, typed in while the room goes on. */
export const findForms: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).map((couple) => ({
    id: `form/${couple.id}`,
    label: t('palette.formOf', { couple: coupleOf(couple) }),
    description: t('palette.seat', { seat: couple.seat }),
    does: { form: couple.id },
  }));

/** One action, no reason asked (S14). */
export const findStatuses: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).flatMap((couple) =>
    statuses.map((status) => ({
      id: `${status}/${couple.id}`,
      label: t(`palette.status.${status}`, { couple: coupleOf(couple) }),
      does: { command: { type: 'couple/status', id: couple.id, status } as const },
    })),
  );

export const findPresence: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).flatMap((couple) =>
    sides.map((side) => {
      const present = !couple[side].present;
      return {
        id: `presence-${side}/${couple.id}`,
        label: t(present ? 'palette.here' : 'palette.notHere', { couple: coupleOf(couple), side }),
        does: { command: { type: 'couple/presence', id: couple.id, side, present } as const },
      };
    }),
  );

export const findHandovers: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).map((couple) => ({
    id: `hand-over/${couple.id}`,
    label: t('palette.handOver', { couple: coupleOf(couple) }),
    does: { ask: 'hand-over', about: couple.id, on: 'run' },
  }));

/** A couple's own timeout, with the time they agreed on where that is known. */
export const findTimeouts: Finds = ({ t, view, content, coupleOf }) =>
  bySeat(view).flatMap((couple): Find[] => {
    const { id, timeout } = couple;
    const name = coupleOf(couple);
    if (timeout === null) {
      const minutes = offeredMinutes(view, content, id);
      const label = t('palette.timeout', { couple: name, minutes });
      return [{ id: `timeout/${id}`, label, does: { command: { type: 'couple/timeout', id, minutes } } }];
    }
    const more: Find = {
      id: `timeout-more/${id}`,
      label: t('palette.timeoutMore', { couple: name, minutes: extensionMinutes }),
      does: { command: { type: 'couple/timeout-extend', id, minutes: extensionMinutes } },
    };
    const end: Find = {
      id: `timeout-end/${id}`,
      label: t('palette.timeoutEnd', { couple: name }),
      does: { command: { type: 'couple/timeout-end', id } },
    };
    return timeout.extended ? [end] : [end, more];
  });

export const findRemovals: Finds = ({ t, view, coupleOf }) =>
  bySeat(view).map((couple) => ({
    id: `remove/${couple.id}`,
    label: t('palette.removeCouple', { couple: coupleOf(couple) }),
    does: { ask: 'remove-couple', about: couple.id, on: 'prepare' },
  }));
