import { Menu } from '@mantine/core';
import {
  IconHandStop,
  IconHeartHandshake,
  IconHistory,
  IconPhoto,
  IconPlayerSkipBack,
  IconPlayerStop,
  IconSnowflake,
  IconSquare,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { minuteMs } from '../../../shared/room/timer';
import { type ActionId, actions } from '../keys/actions';
import { useAction, useCaps } from '../keys/use-actions';
import { Button } from '../kit/button';
import { KeyHint } from '../kit/key-hint';
import { useCommand, useView } from '../mirror/hooks';
import styles from './controls.module.css';
import { Undo } from './undo';

const icon = { size: '1.0625rem', stroke: 1.7, 'aria-hidden': true } as const;

/** Everything else that is done live: big enough for a glance, always in the same place. */
export function Controls() {
  const { t } = useTranslation('run');
  const live = useView((view) => view.live);
  return (
    <div className={styles.controls}>
      <fieldset className={styles.row} aria-label={t('controls.time')}>
        <Act id="take-minute" text={t('controls.less')} label={t('controls.less')} />
        <Act id="add-minute" text={t('controls.plus')} label={t('controls.plus')} />
        <Act
          id="restart"
          text={t('controls.restart')}
          label={t('controls.restartLabel')}
          icon={<IconPlayerSkipBack {...icon} />}
        />
        <Began />
      </fieldset>
      <fieldset className={styles.row} aria-label={t('controls.room')}>
        <Act id="hold" text={t('controls.hold')} pressed={live.stage.held} icon={<IconHandStop {...icon} />} />
        <Act id="blank" text={t('controls.blank')} pressed={live.stage.blank} icon={<IconSquare {...icon} />} />
        <Act
          id="freeze"
          text={t('controls.freeze')}
          pressed={live.frozen !== null}
          icon={<IconSnowflake {...icon} />}
        />
        <Act id="help" text={t('controls.help')} pressed={live.stage.help} icon={<IconHeartHandshake {...icon} />} />
      </fieldset>
      <fieldset className={styles.row} aria-label={t('controls.more')}>
        <Undo />
        <OnTheWall />
        <Act id="end" text={t('controls.end')} label={t('controls.endLabel')} icon={<IconPlayerStop {...icon} />} />
      </fieldset>
    </div>
  );
}

interface ActProps {
  readonly id: ActionId;
  readonly text: string;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly icon?: React.ReactNode;
}

function Act({ id, text, label, pressed, icon: sign }: ActProps) {
  const { caps, enabled, everyClick, run } = useAction(id);
  return (
    <Button
      live
      fullWidth
      caps={caps}
      disabled={!enabled}
      everyClick={everyClick}
      onClick={run}
      leftSection={sign}
      {...(label === undefined ? {} : { label })}
      {...(pressed === undefined ? {} : { pressed })}
    >
      {text}
    </Button>
  );
}

const agoMinutes = [1, 2, 3, 5] as const;

/** The facilitator began talking before pressing Start: the timer is told. */
function Began() {
  const { t } = useTranslation('run');
  const send = useCommand();
  const nothing = useView(({ live }) => live.stage.playing === null || live.stage.held);
  return (
    <Menu position="top" withinPortal transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          live
          fullWidth
          disabled={nothing}
          label={t('controls.beganLabel')}
          leftSection={<IconHistory {...icon} />}
        >
          {t('controls.began')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {agoMinutes.map((count) => (
          <Menu.Item key={count} onClick={() => void send({ type: 'stage/backdate', ms: count * minuteMs })}>
            {t('controls.ago', { count })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const wall = ['playing', 'welcome', 'plan', 'closing', 'neutral', 'test-card'] as const;

function OnTheWall() {
  const { t } = useTranslation('run');
  const caps = useCaps();
  return (
    <Menu position="top" withinPortal transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button live fullWidth label={t('controls.wallLabel')} leftSection={<IconPhoto {...icon} />}>
          {t('controls.wall')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {wall.map((show) => (
          <ShowItem key={show} show={show} caps={caps(actions[`show-${show}`].keys[0] ?? '')} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ShowItem({ show, caps }: { readonly show: (typeof wall)[number]; readonly caps: readonly string[] }) {
  const { t } = useTranslation('run');
  const { enabled, run } = useAction(`show-${show}`);
  const shown = useView(({ live }) => live.stage.show === show);
  return (
    <Menu.Item
      onClick={run}
      disabled={!enabled}
      rightSection={<KeyHint caps={caps} />}
      {...(shown ? { 'aria-current': true } : {})}
    >
      {t(`show.${show}`)}
    </Menu.Item>
  );
}
