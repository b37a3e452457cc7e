import type { RoomView } from '../../../shared/room/room-view';
import type { LiveClock } from '../../../shared/room/window-clock';
import { Stage } from '../../room/stage';
import styles from './kit.module.css';

interface MeasureProps {
  readonly view: RoomView;
  /** The wall's, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly clock: LiveClock;
  /** Told whether all text would fit. Give the component another key whenever the answer may be another. */
  readonly report: (fits: boolean) => void;
}

/** A wall laid out where nobody sees it, to learn whether its text fits before it is shown. */
export function Measure({ view, size: { width, height }, clock, report }: MeasureProps) {
  return (
    <div className={styles.measure} style={{ width, height }} aria-hidden inert>
      <Stage view={view} clock={clock} onFit={report} />
    </div>
  );
}
