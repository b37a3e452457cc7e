import { IconCircleX, IconClock, IconDoorExit, IconPlayerPause, type TablerIcon } from '@tabler/icons-react';
import type { Status } from '../../../shared/retreat/retreat-constants';

/** Told apart by shape before colour; who is simply here has no mark. */
export const statusSigns: Readonly<Record<Exclude<Status, 'present'>, TablerIcon>> = {
  late: IconClock,
  paused: IconPlayerPause,
  passed: IconCircleX,
  left: IconDoorExit,
};
