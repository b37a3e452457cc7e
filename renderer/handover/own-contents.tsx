import type { OwnCopyView, OwnPart } from '../../shared/couple/handover-view';
import { Sheet } from '../print/sheet';
import { useWords } from './words';

interface OwnContentsProps {
  readonly own: OwnCopyView;
}

/** Their own copy as it will be, beside all that could stand in it: each is left out with a tap, and taken back in with another. */
export function OwnContents({ own }: OwnContentsProps) {
  const words = useWords();
  if (!own.isRead) return <p className="large">{words.ownReading}</p>;
  if (own.contents.length === 0) return <p className="large">{words.ownNothing}</p>;
  const { summary } = own;
  return (
    <div className="review">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too. */}
      <section className="desk" aria-label={words.ownPages} tabIndex={0}>
        {summary === null ? (
          <p className="large">{words.ownNoneLeft}</p>
        ) : (
          <div className="paper">
            <Sheet language={summary.language} read={summary} />
          </div>
        )}
      </section>
      <Parts own={own} />
    </div>
  );
}

function Parts({ own: { contents, making, printing } }: OwnContentsProps) {
  const words = useWords();
  return (
    <section className="parts" aria-label={words.ownContents}>
      <h2>{words.ownContents}</h2>
      <ul>
        {contents.map((section) => (
          <li key={section.id}>
            <PartLine part={section} busy={making || printing} />
            {!section.out && (
              <ul>
                {section.items.map((item) => (
                  <li key={item.id}>
                    <PartLine part={item} busy={making || printing} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PartLineProps {
  readonly part: OwnPart;
  readonly busy: boolean;
}

function PartLine({ part: { id, title, out }, busy }: PartLineProps) {
  const words = useWords();
  const label = (out ? words.ownBackInOf : words.ownLeaveOf).replace('{part}', () => title);
  return (
    <span className="part">
      {out ? <del>{title}</del> : <span>{title}</span>}
      <button
        type="button"
        className="quiet"
        aria-label={label}
        disabled={busy}
        onClick={() => void window.holdfastHandover.leaveOut(id, !out)}
      >
        {out ? words.ownBackIn : words.ownLeave}
      </button>
    </span>
  );
}
