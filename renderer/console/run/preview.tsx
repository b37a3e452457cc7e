import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../kit/button';
import { useAsk, useCommand, useView } from '../mirror/hooks';
import { useOpenRoom } from '../shell/use-open-room';
import styles from './preview.module.css';
import { RoomPicture } from './room-picture';
import { type RoomState, roomStates } from './room-states';
import shared from './run.module.css';
import { styleVariables } from './style-variables';
import { usePreviewBounds } from './use-preview-bounds';

/** The room as it is, drawn by the room's own Stage from what the room is sent, and in words what that means. */
export function Preview() {
  const { t } = useTranslation('run');
  const room = useView((view) => view.room);
  const { width, height } = useView(({ screens }) => screens.room);
  const live = useView((view) => view.live);
  const status = useView(({ screens }) => screens.room.state);
  const covered = useView(({ screens }) => screens.pictureCovered);
  const [fits, setFits] = useState(true);
  const onFit = useCallback((fit: boolean) => setFits(fit), []);
  const picture = useRef<HTMLDivElement>(null);
  usePreviewBounds(picture);
  const states = roomStates(live, status);
  const [first] = states;
  return (
    <section className={styles.preview} aria-label={t('room.title')}>
      <div className={shared.head}>
        <h2 className={shared.title}>
          {t('room.title')} <span className={`${shared.soft} ${styles.size}`}>{t('room.size', { width, height })}</span>
        </h2>
        <p className={styles.states} role="status">
          {states.length === 0 ? (
            <span className={styles.state} data-tone="live">
              {t('room.live')}
            </span>
          ) : (
            states.map((state) => (
              <span key={state} className={styles.state} data-tone={state === first ? 'first' : 'also'}>
                {t(`room.${state}`)}
              </span>
            ))
          )}
          {!fits && (
            <span className={styles.state} data-tone="first" title={t('room.tightWhy')}>
              {t('room.tight')}
            </span>
          )}
        </p>
        <div className={styles.act}>{first !== undefined && <Act state={first} />}</div>
      </div>
      <div className={styles.place} style={styleVariables({ '--ratio': width / height })}>
        <div
          ref={picture}
          className={styles.picture}
          data-state={first ?? 'live'}
          data-covered={covered}
          role="img"
          aria-label={t('room.preview')}
        >
          <RoomPicture view={room} onFit={onFit} />
        </div>
      </div>
    </section>
  );
}

/** The one thing to do about it, always in the same place. */
function Act({ state }: { readonly state: RoomState }) {
  const { t } = useTranslation('run');
  const send = useCommand();
  const ask = useAsk();
  const openRoom = useOpenRoom();
  const { displayId, windowed } = useView(({ screens }) => screens.wanted);
  const acts: Readonly<Record<RoomState, { readonly label: string; readonly run: () => unknown }>> = {
    closed: { label: t('room.open'), run: openRoom },
    lost: { label: t('room.choose'), run: () => ask('room') },
    down: { label: t('room.again'), run: () => send({ type: 'room/open', displayId, windowed }) },
    veiled: { label: t('room.unveil'), run: () => send({ type: 'stage/unveil' }) },
    blank: { label: t('room.unblank'), run: () => send({ type: 'stage/blank', on: false }) },
    help: { label: t('room.unhelp'), run: () => send({ type: 'stage/help', on: false }) },
    held: { label: t('room.lift'), run: () => send({ type: 'stage/hold', on: false }) },
    frozen: { label: t('room.unfreeze'), run: () => send({ type: 'stage/freeze', on: false }) },
    message: { label: t('room.unmessage'), run: () => send({ type: 'stage/message', text: null }) },
  };
  const { label, run } = acts[state];
  return (
    <Button
      live
      size="compact-sm"
      look={state === 'veiled' || state === 'closed' ? 'primary' : 'plain'}
      onClick={() => void run()}
    >
      {label}
    </Button>
  );
}
