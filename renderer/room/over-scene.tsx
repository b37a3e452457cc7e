import { useRef } from 'react';
import type { RoomView } from '../../shared/room/room-view';
import { useFit } from './fit';
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
  useFit(root, `${measured} ${JSON.stringify(cover)}`, report);
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

function Help({ cover }: { cover: Extract<CoverView, { kind: 'help' }> }) {
  return (
    <>
      <Thought text={cover.title} />
      <Line tone="detail" text={cover.sentence} />
      <div className="wall-help-lines" role="list">
        {cover.lines.map((line) => (
          <div className="wall-help-line" role="listitem" key={`${line.name} ${line.number}`}>
            <div className="wall-help-who">
              <div className="wall-help-name" dir="auto">
                {line.name}
              </div>
              <Line tone="soft" text={line.note} />
            </div>
            <div className="wall-help-number" dir="ltr">
              {line.number}
            </div>
          </div>
        ))}
      </div>
    </>
  );
}
