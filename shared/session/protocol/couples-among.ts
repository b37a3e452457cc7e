/** Which couples are looked through: those that are not archived, of them those with something due, or the archived ones. */
export const couplesAmong = ['current', 'due', 'archived'] as const;
export type CouplesAmong = (typeof couplesAmong)[number];
