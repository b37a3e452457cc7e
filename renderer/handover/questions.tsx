import { useEffect, useRef, useState } from 'react';
import type { AskedField, HandedPage } from '../../shared/couple/handover-view';
import { Agreements } from './agreements';
import { ConsentCard } from './consent-card';
import { Readers } from './readers';
import { useKept } from './use-kept';
import { ValueField } from './value-field';
import { useWords } from './words';

/** One question at a time, large, after a word of welcome. */
export function Questions({ page }: { readonly page: HandedPage }) {
  const [at, setAt] = useState(-1);
  const asked = page.fields[at];
  const go = (to: number) => () => setAt(to);
  if (at < 0) return <Welcome page={page} begin={go(0)} />;
  if (asked === undefined) return <Agreements page={page} back={go(page.fields.length - 1)} />;
  const last = at === page.fields.length - 1 && page.asked.length + page.agreements.length === 0;
  return (
    <Question
      key={asked.field.id}
      asked={asked}
      given={page.given}
      back={go(at - 1)}
      next={last ? () => void window.holdfastHandover.done() : go(at + 1)}
      last={last}
    />
  );
}

function Welcome({ page, begin }: { readonly page: HandedPage; readonly begin: () => void }) {
  const words = useWords();
  return (
    <section className="card">
      <h1>{page.hello}</h1>
      <p className="title">{page.title}</p>
      <p className="large">{words.intro}</p>
      <p className="soft">{page.fields.length === 0 ? words.introAgreements : words.introPrivate}</p>
      <p className="moves">
        <button type="button" className="main" onClick={begin}>
          {words.begin}
        </button>
      </p>
    </section>
  );
}

interface QuestionProps {
  readonly asked: AskedField;
  readonly given: HandedPage['given'];
  readonly back: () => void;
  readonly next: () => void;
  readonly last: boolean;
}

function Question({ asked, given, back, next, last }: QuestionProps) {
  const words = useWords();
  const { field, position, missing } = asked;
  const heading = useRef<HTMLHeadingElement>(null);
  // Each question is read out as it comes, and the keyboard is at its beginning.
  useEffect(() => heading.current?.focus(), []);
  const scopes = field.kind === 'consent' ? field.scopes : missing === null ? [] : [missing];
  return (
    <section className="card">
      <p className="position">{position}</p>
      <h1 ref={heading} tabIndex={-1} id="question">
        {field.label}
      </h1>
      {scopes.map((scope) => (
        <ConsentCard key={scope} scope={scope} given={given[scope]} />
      ))}
      {field.kind !== 'consent' && missing === null && <Writing asked={asked} />}
      <p className="moves">
        <button type="button" onClick={back}>
          {words.back}
        </button>
        <button type="button" className={missing === null ? 'main' : ''} onClick={next}>
          {last ? words.finish : words.next}
        </button>
      </p>
    </section>
  );
}

function Writing({ asked }: { readonly asked: AskedField }) {
  const words = useWords();
  const { value, change, failed } = useKept(asked);
  return (
    <>
      <ValueField field={asked.field} value={value} change={change} />
      <p className={failed ? 'failed' : 'soft'} role={failed ? 'alert' : undefined}>
        {failed ? words.notKept : asked.field.optional ? `${words.optional} ${words.kept}` : words.kept}
      </p>
      <Readers field={asked.field.id} reader={asked.reader} />
    </>
  );
}
