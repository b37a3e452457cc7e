/** Said to the facilitator of a couple’s copy, and to a partner of their own. */
export const leaveOut = {
  contents: 'In this copy',
  leave: 'Leave out',
} as const;
