import type { ReactNode } from 'react';
import type { RoomScene } from '../../shared/room/room-view';
import { otherSide } from '../../shared/room/wall';
import { Breath } from './breath';
import { Emblem } from './emblem';
import { Ring } from './ring';
import { useWall } from './wall-context';
import { Line, Return, Thought } from './words';

export type StepScene = Extract<RoomScene, { thought: string }>;
type Of<K extends StepScene['kind']> = Extract<StepScene, { kind: K }>;

/** What stands around every step: where we are above it, unless the thought says just that; below, that it is a rehearsal. */
function Frame({ scene, corner, children }: { scene: StepScene; corner?: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="wall-head">
        <div className="wall-title" dir="auto">
          {scene.title === scene.thought ? '' : scene.title}
        </div>
        <Line tone="soft" text={scene.position} />
      </div>
      <div className="wall-main">{children}</div>
      <div className="wall-foot">
        {scene.rehearsal === null ? null : (
          <div className="wall-rehearsal" dir="auto">
            {scene.rehearsal}
          </div>
        )}
        {corner}
      </div>
    </>
  );
}

function Words({ children }: { children: ReactNode }) {
  return (
    <div className="wall-words" data-fit="">
      <div className="wall-words-inner">{children}</div>
    </div>
  );
}

/** The ring with what is said under it: the resting line once time is up, before that what the scene has to say. */
function Clock({ scene, inside, under }: { scene: StepScene; inside?: ReactNode; under?: ReactNode }) {
  const { glow } = useWall();
  if (scene.dial === null) return null;
  return (
    <div className="wall-clock">
      <div className="wall-clock-balance" />
      <Ring dial={scene.dial} underMinute={scene.underMinute}>
        {inside}
      </Ring>
      <div className="wall-caption" data-fit="">
        <div className="wall-caption-inner">
          <div className="wall-rest" dir="auto">
            {scene.rest}
          </div>
          {under}
          {glow === null || glow.words === null || under !== undefined ? null : (
            <div className="wall-cue-words" dir="auto">
              {glow.words}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function Talk({ scene }: { scene: Of<'talk'> }) {
  return (
    <Frame scene={scene}>
      <Words>
        <Thought text={scene.thought} />
        <Line tone="detail" text={scene.detail} />
      </Words>
    </Frame>
  );
}

function Step({ scene }: { scene: Of<'step'> | Of<'timer'> }) {
  return (
    <Frame scene={scene}>
      <Words>
        {scene.kind === 'step' ? <Line tone="eyebrow" text={scene.speaker} /> : null}
        <Thought text={scene.thought} />
        <Line tone="detail" text={scene.detail} />
      </Words>
      <Clock scene={scene} />
    </Frame>
  );
}

/** A speaks from the left, B from the right; the one who listens keeps a place on the other side, where nothing else is said there. */
function Turn({ scene }: { scene: Of<'turn'> }) {
  const other = otherSide(scene.side);
  return (
    <Frame
      scene={scene}
      corner={
        scene.rehearsal === null && (
          <div className="wall-listener" data-side={other}>
            <Emblem side={other} tone="quiet" />
            <Line tone="soft" text={scene.listens} />
          </div>
        )
      }
    >
      <Clock scene={scene} inside={<Emblem side={scene.side} tone="full" />} />
      <Words>
        <Line tone="eyebrow" text={scene.floor} />
        <Thought text={scene.thought} />
        <Line tone="detail" text={scene.detail} />
      </Words>
    </Frame>
  );
}

function Handover({ scene }: { scene: Of<'handover'> }) {
  return (
    <Frame scene={scene}>
      <div className="wall-passing" data-to={scene.to ?? 'none'}>
        <Emblem side="A" tone={scene.to === 'A' ? 'full' : 'quiet'} />
        <div className="wall-path" data-side="A" />
        {scene.dial === null ? null : <Ring dial={scene.dial} underMinute={scene.underMinute} />}
        <div className="wall-path" data-side="B" />
        <Emblem side="B" tone={scene.to === 'B' ? 'full' : 'quiet'} />
      </div>
      <Words>
        <Thought text={scene.thought} />
        <Line tone="detail" text={scene.detail} />
      </Words>
    </Frame>
  );
}

function PacerScene({ scene }: { scene: Of<'pacer'> }) {
  const timer = scene.dial?.timer;
  const breath =
    scene.dial !== null && timer?.kind === 'pacer' ? <Breath dial={scene.dial} pacer={timer} /> : undefined;
  const words = (
    <>
      <div className="wall-breath-word" data-way="in" dir="auto">
        {scene.inWord}
      </div>
      <div className="wall-breath-word" data-way="out" dir="auto">
        {scene.outWord}
      </div>
    </>
  );
  return (
    <Frame scene={scene}>
      <Words>
        <Thought text={scene.thought} />
        <Line tone="detail" text={scene.detail} />
      </Words>
      <Clock scene={scene} inside={breath} under={words} />
    </Frame>
  );
}

/** Who is away comes back at a time; once that is past, one sentence stands there and nothing else. */
function Away({ scene }: { scene: Of<'timeout'> | Of<'break'> }) {
  return (
    <Frame scene={scene}>
      <Words>
        <Thought text={scene.thought} />
        <Line tone="detail" text={scene.detail} />
        {scene.dial === null ? null : <Return dial={scene.dial} word={scene.returnWord} />}
      </Words>
      <Clock scene={scene} />
      <div className="wall-over" data-fit="">
        <div className="wall-words-inner">
          <Thought text={scene.over} />
        </div>
      </div>
    </Frame>
  );
}

/** The scenes that are steps: something to do, and the time there is for it. */
export function StepSceneBody({ scene }: { scene: StepScene }) {
  switch (scene.kind) {
    case 'talk':
      return <Talk scene={scene} />;
    case 'step':
    case 'timer':
      return <Step scene={scene} />;
    case 'turn':
      return <Turn scene={scene} />;
    case 'handover':
      return <Handover scene={scene} />;
    case 'pacer':
      return <PacerScene scene={scene} />;
    case 'timeout':
    case 'break':
      return <Away scene={scene} />;
  }
}
