import './pen-part.css';
import type { CSSProperties } from 'react';
import type { PrintedPart } from '../../shared/exercise/printouts/pages';

type ForPen = Exclude<PrintedPart, { readonly kind: 'paragraph' | 'list' | 'table' }>;

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const points = upTo(11);

/** How many lines there are at least and at most, as the sheet of styles reads it. */
const linesOf = ({ count, most }: Extract<ForPen, { kind: 'lines' }>): CSSProperties =>
  ({ '--count': count, '--most': most }) as CSSProperties;

/** Room for a pen: what is ruled, boxed or numbered is there to be seen, and has no words of its own. */
export function PenPart({ part }: { readonly part: ForPen }) {
  switch (part.kind) {
    case 'lines':
      return (
        <div className="pen-lines" data-apart={part.apart} style={linesOf(part)} aria-hidden>
          {upTo(part.most).map((line) => (
            <div key={line} className="pen-line" />
          ))}
        </div>
      );
    case 'boxes':
      return (
        <ul className="pen-boxes">
          {part.of.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      );
    case 'scale':
      return (
        <div className="pen-scale">
          <div className="pen-points">
            {points.map((point) => (
              <span key={point}>{point} </span>
            ))}
          </div>
          <div className="pen-ends">
            <span>{part.low}</span> <span>{part.high}</span>
          </div>
        </div>
      );
    case 'gaps':
      return (
        <div className="pen-gaps">
          {part.of.map((text) => (
            <div key={text} className="pen-gap">
              {text}
            </div>
          ))}
        </div>
      );
    case 'strokes':
      return <div className="pen-strokes" aria-hidden />;
  }
}
