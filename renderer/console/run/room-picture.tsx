import type { RoomView } from '../../../shared/room/room-view';
import { Stage } from '../../room/stage';
import { useClock, useView } from '../mirror/hooks';
import styles from './room-picture.module.css';
import { styleVariables } from './style-variables';

interface RoomPictureProps {
  readonly view: RoomView;
  /** Told whether all of it would be readable in the room, at the room's own size. */
  readonly onFit: (fits: boolean) => void;
}

/** A view as the room draws it: laid out at the room's size and scaled into its place, so that lines break at the same words. */
export function RoomPicture({ view, onFit }: RoomPictureProps) {
  const clock = useClock();
  const { width, height } = useView(({ screens }) => screens.room);
  return (
    <div className={styles.place} style={styleVariables({ '--width': width, '--height': height })} inert>
      <div className={styles.room}>
        <Stage view={view} clock={clock} onFit={onFit} />
      </div>
    </div>
  );
}
