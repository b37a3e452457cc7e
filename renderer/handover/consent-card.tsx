import { useState } from 'react';
import type { Scope } from '../../shared/exercise/fields';
import { useWords } from './words';

const asks = {
  record: { title: 'recordTitle', text: 'record', yes: 'recordYes' },
  measures: { title: 'measuresTitle', text: 'measures', yes: 'measuresYes' },
  export: { title: 'exportTitle', text: 'exportText', yes: 'exportYes' },
} as const;

/** Asks this partner for a yes of their own, which they can take back as easily (S8). */
export function ConsentCard({ scope, given }: { readonly scope: Scope; readonly given: boolean }) {
  const words = useWords();
  const [failed, setFailed] = useState(false);
  const ask = asks[scope];
  const say = async (yes: boolean): Promise<void> => {
    const done = await window.holdfastHandover.consent(scope, yes).catch(() => null);
    setFailed(done?.ok !== true);
  };
  return (
    <section className="consent" aria-label={words[ask.title]}>
      <h2>{words[ask.title]}</h2>
      <p>{words[ask.text]}</p>
      {failed && (
        <p className="failed" role="alert">
          {words.notKept}
        </p>
      )}
      <p className="moves">
        {given && <span className="soft">{words.given}</span>}
        <button type="button" className={given ? '' : 'main'} onClick={() => void say(!given)}>
          {given ? words.takeBack : words[ask.yes]}
        </button>
      </p>
    </section>
  );
}
