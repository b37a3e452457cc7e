import { useEffect, useRef, useState } from 'react';
import type { Agreement, AskedWords, HandedPage } from '../../shared/couple/handover-view';
import { AgreementCard } from './agreement-card';
import { ConsentCard } from './consent-card';
import { useWords } from './words';

type Step =
  | { readonly kind: 'asked'; readonly asked: AskedWords }
  | { readonly kind: 'agreement'; readonly first: Agreement };

const agreementSteps = ({ agreements }: HandedPage): readonly Step[] =>
  agreements.map((first) => ({ kind: 'agreement', first }));
const stepsOf = (page: HandedPage): readonly Step[] => [
  ...page.asked.map((asked) => ({ kind: 'asked', asked }) as const),
  ...agreementSteps(page),
];

interface AgreementsProps {
  readonly page: HandedPage;
  readonly back: () => void;
}

/** What the couple agrees, one thing at a time. What has been come to keeps its place, whatever is said to it. */
export function Agreements({ page, back }: AgreementsProps) {
  const words = useWords();
  const [steps, setSteps] = useState(() => stepsOf(page));
  const [at, setAt] = useState(0);
  const step = steps[at];
  const finish = (): void => void window.holdfastHandover.done();
  const next = (): void => {
    const rest = steps.slice(at + 1);
    // What was said yes to just now is agreed to at once, if it is whole.
    const follows = step?.kind === 'asked' && rest[0]?.kind !== 'asked' ? agreementSteps(page) : rest;
    if (follows.length === 0) finish();
    else {
      setSteps([...steps.slice(0, at + 1), ...follows]);
      setAt(at + 1);
    }
  };
  const last = at >= steps.length - 1;
  const moves = (
    <p className="moves">
      <button type="button" onClick={at === 0 ? back : () => setAt(at - 1)}>
        {words.back}
      </button>
      <button type="button" className="main" onClick={next}>
        {last ? words.finish : words.next}
      </button>
    </p>
  );
  const position = words.of.replace('{n}', String(at + 1)).replace('{of}', String(steps.length));
  if (step === undefined) return <Nothing moves={moves} />;
  const missing = !page.given.record;
  const isJoint = step.kind === 'agreement' || step.asked.into === 'agreement';
  const latest =
    step.kind === 'agreement'
      ? (page.agreements.find(({ clause }) => clause === step.first.clause) ?? step.first)
      : null;
  return (
    <section className="card" key={at}>
      <p className="position">{position}</p>
      <Heading>{step.kind === 'asked' ? words[askedWords[step.asked.into].title] : (latest?.kind ?? '')}</Heading>
      {missing && <ConsentCard scope="record" given={false} />}
      {!missing && !page.joint && isJoint && <p className="soft">{words.agreeLater}</p>}
      {step.kind === 'asked' && <AskedCard asked={step.asked} page={page} />}
      {latest !== null && <AgreementCard key={latest.wording} agreement={latest} closed={!page.joint} />}
      {moves}
    </section>
  );
}

function Heading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Each step is read out as it comes, and the keyboard is at its beginning.
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} id="question">
      {children}
    </h1>
  );
}

function Nothing({ moves }: { readonly moves: React.ReactNode }) {
  const words = useWords();
  return (
    <section className="card">
      <Heading>{words.agreeTitle}</Heading>
      <p className="large">{words.agreeNothing}</p>
      {moves}
    </section>
  );
}

/** What is said of what words can become. */
const askedWords = {
  agreement: { title: 'askedTitle', means: 'askedMeans', done: 'askedDone' },
  own: { title: 'askedOwnTitle', means: 'askedOwnMeans', done: 'askedNoted' },
  joint: { title: 'askedJointTitle', means: 'askedJointMeans', done: 'askedNoted' },
} as const satisfies Record<AskedWords['into'], object>;

/** Asks whether words of this partner's own may be used, and says who then reads them. */
function AskedCard({ asked, page }: { readonly asked: AskedWords; readonly page: HandedPage }) {
  const words = useWords();
  const [failed, setFailed] = useState(false);
  const said = askedWords[asked.into];
  const isAsked = page.asked.some(({ captured }) => captured === asked.captured);
  const say = async (): Promise<void> => {
    const done = await window.holdfastHandover.draft(asked.captured).catch(() => null);
    setFailed(done?.ok !== true);
  };
  return (
    <>
      <p className="reads said">{asked.words.join('\n')}</p>
      <p className="soft">{words[said.means].replace('{kind}', asked.kind)}</p>
      {failed && (
        <p className="failed" role="alert">
          {words.notKept}
        </p>
      )}
      <p className="moves" role="status">
        {isAsked ? (
          <button type="button" disabled={asked.into === 'agreement' && !page.joint} onClick={() => void say()}>
            {words.askedYes}
          </button>
        ) : (
          <span>{words[said.done]}</span>
        )}
      </p>
    </>
  );
}
