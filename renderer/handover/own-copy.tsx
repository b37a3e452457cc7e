import { useEffect, useRef, useState } from 'react';
import type { HandoverWordKey, OwnCopyView } from '../../shared/couple/handover-view';
import { type OwnFormName, ownFormNames } from '../../shared/couple/summary/own-forms';
import { type Paper, papers } from '../../shared/couple/summary/version';
import { ConsentCard } from './consent-card';
import { OwnContents } from './own-contents';
import { useWords } from './words';

const formWords: Readonly<Record<OwnFormName, HandoverWordKey>> = { pages: 'ownFormPages', data: 'ownFormData' };

/** What this partner takes along, read by them alone: all that is theirs, what only they may read included (S13). */
export function OwnCopy({ own }: { readonly own: OwnCopyView }) {
  return own.phrase === null ? <Review own={own} /> : <Phrase phrase={own.phrase} file={own.file} />;
}

function Review({ own }: { readonly own: OwnCopyView }) {
  const words = useWords();
  return (
    <section className="card own">
      <Heading>{words.ownTitle}</Heading>
      <p>{words.ownText}</p>
      {own.may ? <OwnContents own={own} /> : <ConsentCard scope="export" given={false} />}
      <Ended own={own} />
      {own.may && own.contents.length > 0 ? <Make own={own} /> : <Moves />}
    </section>
  );
}

/** What came of the last one. */
function Ended({ own: { file, failed } }: { readonly own: OwnCopyView }) {
  const words = useWords();
  if (failed !== null)
    return (
      <p className="failed" role="alert">
        {failed}
      </p>
    );
  return file === null ? null : (
    <p role="status">
      {words.ownGet} <span className="file">{file}</span> <span className="soft">{words.ownLost}</span>
    </p>
  );
}

function Make({ own: { summary, making } }: { readonly own: OwnCopyView }) {
  const words = useWords();
  const [form, setForm] = useState<OwnFormName>(ownFormNames[0]);
  const [paper, setPaper] = useState<Paper>(papers[0]);
  return (
    <>
      <div className="how">
        {ownFormNames.length > 1 && (
          <Choices
            legend={words.ownForm}
            name="form"
            all={ownFormNames}
            says={(each) => words[formWords[each]]}
            chosen={form}
            choose={setForm}
          />
        )}
        {form === 'pages' && (
          <Choices
            legend={words.ownPaper}
            name="paper"
            all={papers}
            says={(each) => each}
            chosen={paper}
            choose={setPaper}
          />
        )}
      </div>
      <p className="soft">{words.ownLocked}</p>
      <Moves status={making ? words.ownMaking : ''} first={<TakeBack />}>
        <button
          type="button"
          className="main"
          disabled={making || summary === null}
          onClick={() => void window.holdfastHandover.make(form, paper)}
        >
          {words.ownMake}
        </button>
      </Moves>
    </>
  );
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly all: readonly T[];
  readonly says: (one: T) => string;
  readonly chosen: T;
  readonly choose: (one: T) => void;
}

function Choices<T extends string>({ legend, name, all, says, chosen, choose }: ChoicesProps<T>) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each} className="choice">
          <input type="radio" name={name} checked={chosen === each} onChange={() => choose(each)} />
          <span>{says(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function TakeBack() {
  const words = useWords();
  return (
    <button type="button" className="quiet" onClick={() => void window.holdfastHandover.consent('export', false)}>
      {words.ownTakeBack}
    </button>
  );
}

interface MovesProps {
  readonly first?: React.ReactNode;
  readonly status?: string;
  readonly children?: React.ReactNode;
}

/** Back to what was open, with or without a copy. */
function Moves({ first, status = '', children }: MovesProps) {
  const words = useWords();
  return (
    <p className="moves">
      {first}
      <span className="soft apart" role="status">
        {status}
      </span>
      <button type="button" onClick={() => void window.holdfastHandover.own(false)}>
        {words.back}
      </button>
      {children}
    </p>
  );
}

/** What the file opens with: shown here, to them, until they say that they have it. */
function Phrase({ phrase, file }: { readonly phrase: string; readonly file: string | null }) {
  const words = useWords();
  return (
    <section className="card own">
      <Heading>{words.ownMade}</Heading>
      <h2>{words.ownPhrase}</h2>
      <p className="phrase" translate="no">
        {phrase}
      </p>
      <p>{words.ownPhraseText}</p>
      <p>
        {words.ownGet} <span className="file">{file}</span>
      </p>
      <p className="moves">
        <button type="button" className="main" onClick={() => void window.holdfastHandover.putAway()}>
          {words.ownPhraseYes}
        </button>
      </p>
    </section>
  );
}

function Heading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // It is read out as it comes, and the keyboard is at its beginning.
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
