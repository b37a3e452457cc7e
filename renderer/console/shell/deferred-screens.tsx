import '../styles';
import { Notifications } from '@mantine/notifications';
import { CouplesScreen } from '../couples/couples-screen';
import { DrillPicker } from '../home/drill-picker';
import { StartRetreat } from '../home/start-retreat';
import { CheatSheet } from '../keys/cheat-sheet';
import { Palette } from '../keys/palette';
import { mostSaid } from '../kit/say';
import { useAsk, useLocal } from '../mirror/hooks';
import { useAnswersOnTheWay } from '../mirror/use-answer';
import { PrepareScreen } from '../prepare/prepare-screen';
import { EndDialogs } from '../run/end-dialogs';
import { HandOver } from '../run/hand-over';
import { RunScreen } from '../run/run-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { AboutBox } from './about-box';
import { RoomDialog } from './room-dialog';

/** The screens that are not seen first. */
export const screens = {
  prepare: PrepareScreen,
  run: RunScreen,
  couples: CouplesScreen,
  settings: SettingsScreen,
} as const;

/** What is said in a corner, whatever the screen. */
export function Said() {
  return <Notifications withinPortal={false} position="top-center" limit={mostSaid} />;
}

/** Apart, because it hears of every letter: no dialog is drawn again for one. */
function AnswersOnTheWay() {
  useAnswersOnTheWay();
  return null;
}

/** What opens over a screen when it is asked for. */
export function Dialogs() {
  const asking = useLocal(({ place }) => place.asking);
  const ask = useAsk();
  return (
    <>
      <AnswersOnTheWay />
      <Palette />
      <CheatSheet />
      <RoomDialog />
      <StartRetreat open={asking === 'start'} onClose={() => ask(null)} />
      <DrillPicker open={asking === 'drill'} onClose={() => ask(null)} />
      <EndDialogs />
      <HandOver />
      <AboutBox />
    </>
  );
}
