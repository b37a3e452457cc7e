import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import type { RoomScene } from '../../shared/room/room-view';
import { settings, useFit } from './fit';
import { setPlan } from './plan-fit';
import { sceneKey } from './scene-key';
import { StepSceneBody } from './step-scenes';
import { Greeting, Neutral, Plan, TestCard } from './still-scenes';
import type { Layer } from './use-layers';

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
  readonly stands: Layer['stands'];
  readonly measured: string;
  /** Told of the scene that is on. */
  readonly report: (fits: boolean) => void;
}

/** One scene, set to fit. A scene that stands as it did is not rendered again. */
export const Scene = memo(function Scene({ scene, stands, measured, report }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const fits = useRef(true);
  const measure = useCallback((ok: boolean): void => {
    fits.current = ok;
  }, []);
  const set = scene.kind === 'plan' ? (at: HTMLElement) => setPlan(at, scene.rows, scene.turned) : undefined;
  useFit(root, `${measured} ${sceneKey(scene)}`, measure, { tries: settings, ...(set === undefined ? {} : { set }) });
  useLayoutEffect(() => {
    if (stands === 'on') report(fits.current);
  });
  const side = scene.kind === 'turn' ? scene.side : undefined;
  return (
    <div className="wall-stand" data-stands={stands}>
      <div
        className="wall-scene"
        data-scene={scene.kind}
        data-side={side}
        data-stands={stands}
        aria-hidden={stands !== 'on'}
        ref={root}
      >
        <Body scene={scene} />
      </div>
    </div>
  );
});
