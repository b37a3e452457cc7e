import { useState } from 'react';
import type { HandoverView } from '../../shared/couple/handover-view';
import { OwnCopy } from './own-copy';
import { Pad } from './pad';
import { Questions } from './questions';
import { useWords, WordsContext } from './words';

/** What the partner who has the laptop sees; its words hide as soon as the view says so. */
export function HandoverPage({ view }: { readonly view: HandoverView }) {
  const [leader, setLeader] = useState(false);
  const { words, state, page } = view;
  const asksPin = leader || state === 'locked';
  return (
    <WordsContext value={words}>
      <main className="page">
        {asksPin ? <Pad locked={state === 'locked'} stay={() => setLeader(false)} /> : <Shown view={view} />}
      </main>
      {!asksPin && (
        <Foot
          leader={() => setLeader(true)}
          open={state === 'open' && page?.own == null}
          takes={page !== null && page.own === null && !page.closed}
        />
      )}
    </WordsContext>
  );
}

function Shown({ view: { state, page } }: { readonly view: HandoverView }) {
  const words = useWords();
  if (state === 'done') return <Card title={words.thanks} text={words.giveBack} />;
  if (page === null) return null;
  if (page.closed) return <Card title={page.hello} text={words.closed} />;
  return (
    <>
      {page.own !== null && <OwnCopy own={page.own} />}
      {/* Whoever comes back is where they were. */}
      <div className="asked" hidden={page.own !== null}>
        <Questions page={page} />
      </div>
    </>
  );
}

function Card({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className="card" aria-live="polite">
      <h1>{title}</h1>
      <p className="large">{text}</p>
    </section>
  );
}

interface FootProps {
  readonly leader: () => void;
  readonly open: boolean;
  /** Their own copy can be looked at from here. */
  readonly takes: boolean;
}

/** What is always there: passing on all of it, in one action, what is theirs to take along, and the way back for whoever has the PIN. */
function Foot({ leader, open, takes }: FootProps) {
  const words = useWords();
  return (
    <footer className="foot">
      {open && (
        <p className="aside">
          <button type="button" className="quiet" onClick={() => void window.holdfastHandover.pass()}>
            {words.pass}
          </button>
          <span>{words.passText}</span>
        </p>
      )}
      {takes && (
        <button type="button" className="quiet" onClick={() => void window.holdfastHandover.own(true)}>
          {words.own}
        </button>
      )}
      <button type="button" className="quiet end" onClick={leader}>
        {words.leader}
      </button>
    </footer>
  );
}
