import { useRef } from 'react';
import type { RoomView } from '../../shared/room/room-view';
import { settings, useFit } from './fit';
import { helpTries } from './help-fit';
import { Line, Thought } from './words';

interface Measured {
  readonly measured: string;
  readonly report: (fits: boolean) => void;
}

/** The facilitator's message: a card over the scene. */
export function Message({ text, measured, report }: { text: string } & Measured) {
  const root = useRef<HTMLDivElement>(null);
  useFit(root, `${measured} ${text}`, report);
  return (
    <div className="wall-message" role="status" ref={root}>
      <div className="wall-message-box" data-fit="">
        <div className="wall-words-inner">
          <div className="wall-message-text" dir="auto">
            {text}
          </div>
        </div>
      </div>
    </div>
  );
}

type CoverView = Exclude<RoomView['cover'], { kind: 'none' }>;

/** What lies over everything, at once and whole. */
export function Cover({ cover, measured, report }: { cover: CoverView } & Measured) {
  const root = useRef<HTMLDivElement>(null);
  const tries = cover.kind === 'help' ? helpTries(cover.lines.length) : { tries: settings };
  useFit(root, `${measured} ${JSON.stringify(cover)}`, report, tries);
  return (
    <div className="wall-cover" data-cover={cover.kind} ref={root}>
      {cover.kind === 'blank' ? null : (
        <div className="wall-cover-box" data-fit="">
          <div className="wall-words-inner">
            {cover.kind === 'holding' ? <Thought text={cover.sentence} /> : <Help cover={cover} />}
          </div>
        </div>
      )}
    </div>
  );
}

/** A few lines stand under each other with their numbers at the edge; more of them in two columns, run in. */
function Help({ cover }: { cover: Extract<CoverView, { kind: 'help' }> }) {
  return (
    <>
      <Thought text={cover.title} />
      <div data-part="sentence">
        <Line tone="detail" text={cover.sentence} />
      </div>
      <div className="wall-help-lines" role="list">
        {cover.lines.map((line) => (
          <div className="wall-help-line" role="listitem" data-cell="" key={`${line.name} ${line.number}`}>
            <div className="wall-help-name" dir="auto">
              {line.name}
            </div>{' '}
            <div className="wall-help-number" dir="ltr">
              {line.number}
            </div>
            <div className="wall-help-note" data-part="note">
              <Line tone="soft" text={line.note} />
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
