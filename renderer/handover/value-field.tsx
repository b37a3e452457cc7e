import type { AnswerValue } from '../../shared/couple/answer';
import { answerCaps, highestScale } from '../../shared/couple/answer-caps';
import type { CaptureField } from '../../shared/exercise/fields';
import { useWords } from './words';

type Field<K extends CaptureField['kind']> = CaptureField & { readonly kind: K };
type Change = (value: AnswerValue | null) => void;

interface ValueFieldProps {
  readonly field: CaptureField;
  readonly value: AnswerValue | null;
  readonly change: Change;
}

/** Where an answer is written, said or chosen, by the kind of its field. */
export function ValueField({ field, value, change }: ValueFieldProps) {
  const words = useWords();
  switch (field.kind) {
    case 'text': {
      const text = value?.kind === 'text' ? value.text : '';
      return (
        <input
          className="line"
          dir="auto"
          type="text"
          autoComplete="off"
          aria-labelledby="question"
          maxLength={answerCaps.text}
          value={text}
          onChange={(event) => change({ kind: 'text', text: event.currentTarget.value })}
        />
      );
    }
    case 'long-text': {
      const text = value?.kind === 'long-text' ? value.text : '';
      return (
        <textarea
          className="lines"
          dir="auto"
          aria-labelledby="question"
          maxLength={answerCaps['long-text']}
          value={text}
          onChange={(event) => change({ kind: 'long-text', text: event.currentTarget.value })}
        />
      );
    }
    case 'list': {
      const lines = value?.kind === 'list' ? value.lines : [];
      return (
        <>
          <textarea
            className="lines"
            dir="auto"
            aria-labelledby="question"
            aria-describedby="one-each"
            value={lines.join('\n')}
            onChange={(event) => change({ kind: 'list', lines: linesOf(event.currentTarget.value) })}
          />
          <p id="one-each" className="soft">
            {words.lines}
          </p>
        </>
      );
    }
    case 'date': {
      const date = value?.kind === 'date' ? value.date : '';
      return (
        <input
          className="line short"
          type="date"
          aria-labelledby="question"
          value={date}
          onChange={(event) => {
            const said = event.currentTarget.value;
            change(said === '' ? null : { kind: 'date', date: said });
          }}
        />
      );
    }
    case 'tally':
      return <Tally count={value?.kind === 'tally' ? value.count : null} change={change} />;
    case 'scale':
      return <Scale field={field} points={value?.kind === 'scale' ? value.points : null} change={change} />;
    case 'choice':
      return <Choices field={field} chosen={value?.kind === 'choice' ? value.chosen : []} change={change} />;
    case 'consent':
      return null;
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .slice(0, answerCaps.lines)
    .map((line) => line.slice(0, answerCaps.line));

function Tally({ count, change }: { readonly count: number | null; readonly change: Change }) {
  const words = useWords();
  const to = (next: number) => () => change({ kind: 'tally', count: Math.min(answerCaps.tally, Math.max(0, next)) });
  return (
    <p className="tally">
      <button type="button" aria-label={words.less} onClick={to((count ?? 0) - 1)}>
        −
      </button>
      <output aria-labelledby="question">{count ?? '–'}</output>
      <button type="button" aria-label={words.more} onClick={to((count ?? 0) + 1)}>
        +
      </button>
    </p>
  );
}

interface ScaleProps {
  readonly field: Field<'scale'>;
  readonly points: number | null;
  readonly change: Change;
}

const allPoints = Array.from({ length: highestScale + 1 }, (_, points) => points);

function Scale({ field, points, change }: ScaleProps) {
  return (
    <div className="scale" role="radiogroup" aria-labelledby="question">
      <div className="points">
        {allPoints.map((each) => (
          <label key={each} className="point">
            <input
              type="radio"
              name="points"
              checked={points === each}
              onChange={() => change({ kind: 'scale', points: each })}
            />
            <span>{each}</span>
          </label>
        ))}
      </div>
      <p className="ends">
        <span>{field.low}</span>
        <span>{field.high}</span>
      </p>
    </div>
  );
}

interface ChoicesProps {
  readonly field: Field<'choice'>;
  readonly chosen: readonly string[];
  readonly change: Change;
}

function Choices({ field: { options, several }, chosen, change }: ChoicesProps) {
  const toggle = (option: string) => () => {
    const rest = chosen.filter((each) => each !== option);
    const next = rest.length < chosen.length ? rest : several ? [...chosen, option] : [option];
    change({ kind: 'choice', chosen: options.filter((each) => next.includes(each)) });
  };
  const all = options.map((option) => (
    <label key={option} className="choice">
      <input
        type={several ? 'checkbox' : 'radio'}
        name="option"
        checked={chosen.includes(option)}
        onChange={toggle(option)}
      />
      <span>{option}</span>
    </label>
  ));
  return (
    <fieldset className="choices" aria-labelledby="question">
      {all}
    </fieldset>
  );
}
