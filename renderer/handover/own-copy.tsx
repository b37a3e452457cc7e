import { useEffect, useRef, useState } from 'react';
import type { HandoverWordKey, HandoverWords, OwnCopyView } from '../../shared/couple/handover-view';
import { type OwnFormName, ownFormNames } from '../../shared/couple/summary/own-forms';
import { type Paper, papers } from '../../shared/couple/summary/version';
import { ConsentCard } from './consent-card';
import { OwnContents } from './own-contents';
import { useWords } from './words';

/** How they take it along: in a file of one of its forms, or printed here. */
const ways = [...ownFormNames, 'paper'] as const;
type Way = (typeof ways)[number];

const wayWords: Readonly<Record<Way, HandoverWordKey>> = {
  pages: 'ownFormPages',
  data: 'ownFormData',
  paper: 'ownFormPaper',
};

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
function Ended({ own: { file, failed, printed } }: { readonly own: OwnCopyView }) {
  const words = useWords();
  if (failed !== null)
    return (
      <p className="failed" role="alert">
        {failed}
      </p>
    );
  if (printed) return <p role="status">{words.ownPrinted}</p>;
  return file === null ? null : (
    <p role="status">
      {words.ownGet} <span className="file">{file}</span> <span className="soft">{words.ownLost}</span>
    </p>
  );
}

function Make({ own }: { readonly own: OwnCopyView }) {
  const words = useWords();
  const [way, setWay] = useState<Way>(ways[0]);
  const [paper, setPaper] = useState<Paper>(papers[0]);
  return (
    <>
      <div className="how">
        <Choices
          legend={words.ownForm}
          name="way"
          all={ways}
          says={(each) => words[wayWords[each]]}
          chosen={way}
          choose={setWay}
        />
        {way !== 'data' && (
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
      {way === 'paper' ? <OnPaper own={own} paper={paper} /> : <InFile own={own} form={way} paper={paper} />}
    </>
  );
}

const statusOf = ({ making, printing }: OwnCopyView, words: HandoverWords): string => {
  if (printing) return words.ownPrinting;
  return making ? words.ownMaking : '';
};

const isBusy = ({ summary, making, printing }: OwnCopyView): boolean => making || printing || summary === null;

interface InFileProps {
  readonly own: OwnCopyView;
  readonly form: OwnFormName;
  readonly paper: Paper;
}

function InFile({ own, form, paper }: InFileProps) {
  const words = useWords();
  return (
    <>
      <p className="soft">{words.ownLocked}</p>
      <Moves status={statusOf(own, words)} first={<TakeBack />}>
        <button
          type="button"
          className="main"
          disabled={isBusy(own)}
          onClick={() => void window.holdfastHandover.make(form, paper)}
        >
          {words.ownMake}
        </button>
      </Moves>
    </>
  );
}

/** One tap on a printer of this computer: no dialog, which would show the facilitator's folders and print to a file anywhere. */
function OnPaper({ own, paper }: Omit<InFileProps, 'form'>) {
  const words = useWords();
  const { printers } = own;
  return (
    <>
      <p className="soft">{printers?.length === 0 ? words.ownNoPrinter : words.ownPrintText}</p>
      {printers !== null && printers.length > 0 && (
        <div className="printers">
          {printers.map(({ name, title }) => (
            <button
              key={name}
              type="button"
              className="main"
              disabled={isBusy(own)}
              onClick={() => void window.holdfastHandover.print(name, paper)}
            >
              {words.ownPrintOn.replace('{printer}', () => title)}
            </button>
          ))}
        </div>
      )}
      <Moves status={statusOf(own, words)} first={<TakeBack />} />
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
