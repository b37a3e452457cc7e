const written = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/iu;

/** A time of day as it was typed ("19:30", "7.30 pm", "9") as HH:MM; null when it is none. */
export function parseClock(text: string): string | null {
  const [, hours = '', minutes = '00', half] = written.exec(text.trim()) ?? [];
  if (hours === '') return null;
  const hour = Number(hours);
  if (Number(minutes) > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const later = half?.toLowerCase() === 'p' ? 12 : 0;
  const at = half === undefined ? hour : (hour % 12) + later;
  return `${String(at).padStart(2, '0')}:${minutes}`;
}

/** HH:MM the way every other time of day is written: "9:30", or "9:30 AM". */
export function clockText(clock: string, hour12: boolean): string {
  const [hours = '', minutes = ''] = clock.split(':');
  const hour = Number(hours);
  return hour12 ? `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}` : `${hour}:${minutes}`;
}
