import { useState } from 'react';
import type { Agreement } from '../../shared/couple/handover-view';
import { useWords } from './words';

interface AgreementCardProps {
  readonly agreement: Agreement;
  /** Nothing can be said yes to here just now. */
  readonly closed: boolean;
}

/** A clause as it reads aloud, and what this partner says to these words: ticks of their own, and a yes that is taken back as easily. */
export function AgreementCard({ agreement, closed }: AgreementCardProps) {
  const words = useWords();
  const [failed, setFailed] = useState(false);
  const { clause, wording, reads, changes, tests, given, asks, inForce } = agreement;
  const bridge = window.holdfastHandover;
  const tell = async (said: ReturnType<typeof bridge.done>): Promise<void> => {
    const done = await said.catch(() => null);
    setFailed(done?.ok !== true);
  };
  return (
    <>
      <p className="reads said">{reads.join('\n')}</p>
      {changes !== null && <Changes changes={changes} />}
      <p className="soft">{words.agreeMeans}</p>
      {tests.length > 0 && (
        <fieldset className="choices" disabled={closed}>
          <legend>{words.agreeTests}</legend>
          {tests.map(({ test, label, ticked }) => (
            <label key={test} className="choice">
              <input
                type="checkbox"
                checked={ticked}
                onChange={() => void tell(bridge.tick(clause, wording, test, !ticked))}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      {failed && (
        <p className="failed" role="alert">
          {words.notKept}
        </p>
      )}
      <p className="moves agree">
        <span className="soft" role="status">
          {given ? `${words.agreed} ${inForce ? words.inForce : asks ? '' : words.waits}` : words.notYet}
        </span>
        <button
          type="button"
          disabled={closed && !given}
          onClick={() => void tell(bridge.agree(clause, wording, !given))}
        >
          {given ? words.agreeTakeBack : words.agree}
        </button>
      </p>
    </>
  );
}

/** What changed since the words this partner knew: underlined and struck through, and named for whoever only hears it. */
function Changes({ changes }: { readonly changes: NonNullable<Agreement['changes']> }) {
  const words = useWords();
  return (
    <details className="changes" open>
      <summary>{words.changed}</summary>
      <p>
        {changes.map(({ kind, text }, at) => {
          // Nothing else tells two stretches of one diff apart than where they stand.
          const key = `${at} ${kind}`;
          if (kind === 'kept') return <span key={key}>{text}</span>;
          const Mark = kind === 'added' ? 'ins' : 'del';
          return (
            <Mark key={key}>
              <span className="heard">{words[kind]} </span>
              {text}
              <span className="heard"> {words.changeEnd} </span>
            </Mark>
          );
        })}
      </p>
    </details>
  );
}
