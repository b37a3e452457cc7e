import { IconSearch } from '@tabler/icons-react';
import { type ChangeEvent, useState } from 'react';
import { holdsWords } from '../kit/holds-words';
import { useContent } from '../mirror/content';

/** All exercises, found by code, title or purpose: what the field is given that they are looked for in, and which are found. */
export function useExerciseSearch(label: string) {
  const { exercises } = useContent();
  const [wanted, setWanted] = useState('');
  return {
    field: {
      'aria-label': label,
      placeholder: label,
      leftSection: <IconSearch size="0.9375rem" aria-hidden />,
      value: wanted,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setWanted(event.currentTarget.value),
    },
    found: exercises.filter(({ code, title, purpose }) => holdsWords(`${code} ${title} ${purpose}`, wanted)),
  };
}
