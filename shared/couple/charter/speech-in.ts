import type { Speech } from './speech';

/** What of a language's words clauses are read aloud with: those of the charter, by their keys. */
export type CharterSaying = (key: string, values?: Readonly<Record<string, unknown>>) => string;

const minutesInHour = 60;

/** What clauses need of a language to read aloud. */
export function speechIn(say: CharterSaying, list: Speech['list'], name: Speech['name']): Omit<Speech, 'clause'> {
  const minutes = (count: number): string => {
    const hours = Math.floor(count / minutesInHour);
    const rest = count % minutesInHour;
    if (hours === 0) return say('length.minutes', { count });
    const whole = say('length.hours', { count: hours });
    return rest === 0 ? whole : say('length.both', { hours: whole, minutes: say('length.minutes', { count: rest }) });
  };
  return {
    say: (key, values = {}) => say(`reads.${key}`, { ...values }),
    option: (option) => say(`options.${option}`),
    list,
    minutes,
    name,
  };
}
