import { useRef } from 'react';
import type { RoomScene } from '../../shared/room/room-view';
import { settings, useFit } from './fit';
import { planTries } from './plan-window';
import { sceneKey } from './scene-key';
import { StepSceneBody } from './step-scenes';
import { Greeting, Neutral, Plan, TestCard } from './still-scenes';

function Body({ scene }: { scene: RoomScene }) {
  switch (scene.kind) {
    case 'neutral':
      return <Neutral />;
    case 'welcome':
    case 'closing':
      return <Greeting scene={scene} />;
    case 'plan':
      return <Plan scene={scene} />;
    case 'test-card':
      return <TestCard scene={scene} />;
    default:
      return <StepSceneBody scene={scene} />;
  }
}

interface Props {
  readonly scene: RoomScene;
  readonly leaving: boolean;
  readonly measured: string;
  readonly report: (fits: boolean) => void;
}

/** One scene, set to fit. */
export function Scene({ scene, leaving, measured, report }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const tries = scene.kind === 'plan' ? planTries(scene.rows.length) : settings;
  useFit(root, `${measured} ${sceneKey(scene)}`, leaving ? () => undefined : report, { tries });
  const side = scene.kind === 'turn' ? scene.side : undefined;
  return (
    <div
      className="wall-scene"
      data-scene={scene.kind}
      data-side={side}
      data-leaving={leaving}
      inert={leaving}
      ref={root}
    >
      <Body scene={scene} />
    </div>
  );
}
