/** A date (YYYY-MM-DD) some days after another. */
export function dateAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().replace(/T.*/, '');
}
