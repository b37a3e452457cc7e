import { useState } from 'react';
import type { Reader } from '../../shared/couple/answer';
import { useWords } from './words';

const choices = ['only-i', 'facilitator', 'partner'] as const satisfies readonly Reader[];
const names = { 'only-i': 'onlyI', facilitator: 'facilitator', partner: 'partner' } as const;
const meanings = { 'only-i': 'onlyIMeans', facilitator: 'facilitatorMeans', partner: 'partnerMeans' } as const;

/** Who may read the answer: it starts with nobody else, and only its owner lets more (S9). */
export function Readers({ field, reader }: { readonly field: string; readonly reader: Reader | null }) {
  const words = useWords();
  const [failed, setFailed] = useState(false);
  const chosen = reader ?? 'only-i';
  const choose = async (choice: Reader): Promise<void> => {
    const done = await window.holdfastHandover.reader(field, choice).catch(() => null);
    setFailed(done?.ok !== true);
  };
  return (
    <fieldset className="readers" disabled={reader === null} aria-describedby="means">
      <legend>{words.readers}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice} className="choice">
            <input type="radio" name="reader" checked={chosen === choice} onChange={() => void choose(choice)} />
            <span>{words[names[choice]]}</span>
          </label>
        ))}
      </div>
      <p id="means" className={failed ? 'failed' : 'soft'} role={failed ? 'alert' : undefined}>
        {failed ? words.notKept : reader === null ? words.readersLater : words[meanings[chosen]]}
      </p>
    </fieldset>
  );
}
