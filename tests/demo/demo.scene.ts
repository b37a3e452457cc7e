import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../rig/app';
import { Displays } from '../rig/displays';
import { stageApp, unstage } from '../rig/stage';
import { clearOutput, keepLibrary } from './output';
import { Player } from './player';

const watched = process.env.HOLDFAST_VISIBLE === '1';
const forReadme = process.env.HOLDFAST_PICTURES === '1';

test('the demo retreat', async () => {
  clearOutput();
  const staged = stageApp();
  const displays = watched ? null : await Displays.start();
  displays?.plug('DUMMY1', '1280x720', { rightOf: 'DUMMY0' });
  const app = await launchApp(staged, displays ?? { name: process.env.DISPLAY ?? '' });
  try {
    const player = await Player.start(app, watched);
    await play(player);
    await app.close();
    keepLibrary(join(app.userData, 'library'));
    expect(app.problems()).toEqual([]);
  } finally {
    await app.close();
    await displays?.stop();
    unstage(staged);
  }
});

async function play(player: Player): Promise<void> {
  const { desk } = player;
  const { home, run } = desk;
  await expect(home.demo).toBeVisible();
  await player.time.setHour(19);
  await player.shoot('Home');
  await home.demo.click();
  await expect(run.day).toBeVisible();
  await desk.goTo('Prepare');
  await player.shoot('Prepare');
  await player.openRoom();
  await openTheDay(player);
  await leadTheCouples(player);
  await leadTurns(player);
  await restOfTheEvening(player);
  await overTheWall(player);
  await closeTheDay(player);
}

async function openTheDay(player: Player): Promise<void> {
  await player.press('Shift+W');
  await player.room.shows('welcome');
  await player.shoot('Welcome');
  await player.press('Shift+P');
  await player.room.shows('plan');
  await player.shoot('Plan of the day');
  await player.press('Shift+N');
  await player.press('PageDown');
  await player.room.shows('step');
  await player.runFor(20);
  await player.shoot('First item');
  await player.press('PageDown');
  await expect(player.room.thought).toHaveText('You may always pass');
  await player.runFor(12);
  await player.shoot('Rounds');
}

async function leadTheCouples(player: Player): Promise<void> {
  const { run } = player.desk;
  const late = run.couple('Noor & Sam');
  await late.getByText('Late', { exact: true }).click();
  await expect(late.getByRole('radio', { name: 'Late' })).toBeChecked();
  const pair = 'Ines & Tomas';
  await run.couple(pair).getByText('Passed', { exact: true }).click();
  await run.note(pair).fill('Asked for the chairs near the window. Check in at the break.');
  await expect(run.couple(pair)).toContainText('Saved');
  await player.shoot('Couples and a private note');
  await player.press('Escape');
}

async function leadTurns(player: Player): Promise<void> {
  const { room, desk } = player;
  await player.putUp('Floor and echo');
  await player.runFor(50);
  await player.shoot('Step');
  await desk.run.step(2).click();
  await room.shows('turn');
  await player.runFor(75);
  const pictures = forReadme ? { console: 'console-run.png', room: 'room-turn.png' } : {};
  await player.shoot('Turn of A', pictures);
  await desk.run.step(3).click();
  await room.shows('handover');
  await player.runFor(8);
  await player.shoot('Hand-over');
  await desk.run.step(4).click();
  await room.shows('turn');
  await player.runFor(150);
  await player.shoot('Turn of B');
}

async function restOfTheEvening(player: Player): Promise<void> {
  const { room, desk } = player;
  await player.goTo('Arrival breath');
  await desk.run.step(2).click();
  await room.shows('pacer');
  // Ten seconds a breath: late in the fourth one's way in the disc is large.
  await player.runFor(33);
  await player.shoot('Breathing', forReadme ? { room: 'room-breath.png' } : {});
  await player.goTo('Behaviour before feeling');
  await room.shows('talk');
  await player.shoot('Talk');
  await player.goTo('Break');
  await room.shows('break');
  await player.runFor(60);
  await player.shoot('Break');
  await player.goTo('Timeout rehearsal');
  await desk.run.step(5).click();
  await room.shows('timeout');
  await player.runFor(30);
  await player.shoot('Rehearsed timeout', forReadme ? { room: 'room-timeout.png' } : {});
}

async function overTheWall(player: Player): Promise<void> {
  const { room, desk } = player;
  const { run } = desk;
  await run.message.getByRole('textbox').fill('Water and tea are ready.');
  await run.message.getByRole('button', { name: 'Show the message' }).click();
  await expect(room.message).toHaveText('Water and tea are ready.');
  await player.shoot('Message');
  await run.control('Clear the message').click();
  for (const [control, name] of [
    ['Hold', 'Holding card'],
    ['Help card', 'Help card'],
    ['Blank', 'Blank'],
  ] as const) {
    await run.control(control).click();
    await expect(room.cover).toBeVisible();
    await player.shoot(name);
    await run.control(control).click();
    await expect(room.cover).toHaveCount(0);
  }
  await run.control('Freeze').click();
  await expect(run.roomState).toHaveText('Frozen');
  await player.shoot('Frozen');
  await run.control('Freeze').click();
}

async function closeTheDay(player: Player): Promise<void> {
  const { room, desk } = player;
  const { run } = desk;
  await player.press('Shift+T');
  await room.shows('test-card');
  await player.shoot('Test card');
  await run.control('End what is on stage').click();
  await run.dialog('End what is on stage?').getByRole('button', { name: 'End it' }).click();
  await room.shows('closing');
  await run.control('End the day').click();
  await run.dialog('End the day here?').getByRole('button', { name: 'End the day' }).click();
  await player.shoot('Closing');
  await desk.goTo('Prepare');
  await player.shoot('The day as it went');
  await desk.goTo('Settings');
  await player.shoot('Settings');
  await desk.saved();
}
