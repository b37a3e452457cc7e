import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp } from '../rig/app';
import { Displays } from '../rig/displays';
import { stageApp, unstage } from '../rig/stage';
import { handTheLaptop, theCouplesRecord } from './couple-scenes';
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
  for (const part of [
    openTheDay,
    leadTheCouples,
    leadTurns,
    restOfTheEvening,
    overTheWall,
    theCouplesRecord,
    closeTheDay,
    handTheLaptop,
  ]) {
    await part(player);
  }
}

async function openTheDay(player: Player): Promise<void> {
  const { lead } = player;
  await lead.show('Shift+W', 'welcome');
  await player.shoot('Welcome');
  await lead.show('Shift+P', 'plan');
  await player.shoot('Plan of the day');
  await lead.show('Shift+N', 'neutral');
  await lead.goOn(1);
  await lead.start();
  await lead.pass(20);
  await player.shoot('First item');
  await lead.goOn(2);
  await expect(lead.room.thought).toHaveText('You may always pass');
  await lead.pass(12);
  await player.shoot('Rounds');
}

async function leadTheCouples(player: Player): Promise<void> {
  const { lead } = player;
  const { run } = lead.desk;
  await run.setStatus('Noor & Sam', 'Late');
  await run.setStatus('Ines & Tomas', 'Passed');
  await run.writeNote('Ines & Tomas', 'Asked for the chairs near the window. Check in at the break.');
  await player.shoot('Couples and a private note');
  await lead.desk.page.keyboard.press('Escape');
}

async function leadTurns(player: Player): Promise<void> {
  const { lead } = player;
  await lead.putUp('Floor and echo');
  await lead.start();
  await lead.pass(50);
  await player.shoot('Step');
  await lead.goToStep(2);
  await lead.room.shows('turn');
  await lead.pass(75);
  await player.shoot('Turn of A', forReadme ? { console: 'console-run.png', room: 'room-turn.png' } : {});
  await lead.goToStep(3);
  await lead.room.shows('handover');
  await lead.pass(8);
  await player.shoot('Hand-over');
  await lead.goToStep(4);
  await lead.room.shows('turn');
  await lead.pass(150);
  await player.shoot('Turn of B');
}

async function restOfTheEvening(player: Player): Promise<void> {
  const { lead } = player;
  const { room } = lead;
  await lead.goTo('Arrival breath');
  await lead.goToStep(2);
  await room.shows('pacer');
  await lead.start();
  // Ten seconds a breath: late in the fourth one's way in the disc is large.
  await lead.pass(33);
  await player.shoot('Breathing', forReadme ? { room: 'room-breath.png' } : {});
  await lead.goTo('Behaviour before feeling');
  await room.shows('talk');
  await player.shoot('Talk');
  await lead.goTo('Break');
  await room.shows('break');
  await lead.pass(60);
  await player.shoot('Break');
  await lead.goTo('Timeout rehearsal');
  await lead.goToStep(5);
  await room.shows('timeout');
  await lead.start();
  await lead.pass(30);
  await player.shoot('Rehearsed timeout', forReadme ? { room: 'room-timeout.png' } : {});
}

async function overTheWall(player: Player): Promise<void> {
  const { lead } = player;
  const { room, desk } = lead;
  await lead.say('Water and tea are ready.');
  await player.shoot('Message');
  await lead.clearMessage();
  for (const [control, name] of [
    ['Hold', 'Holding card'],
    ['Help card', 'Help card'],
    ['Blank', 'Blank'],
  ] as const) {
    await lead.turn(control, true);
    await expect(room.cover).toBeVisible();
    await player.shoot(name);
    await lead.turn(control, false);
    await expect(room.cover).toHaveCount(0);
  }
  await lead.turn('Freeze', true);
  await expect(desk.run.roomState).toHaveText('Frozen');
  await player.shoot('Frozen');
  await lead.turn('Freeze', false);
}

async function closeTheDay(player: Player): Promise<void> {
  const { lead } = player;
  const { desk } = lead;
  await lead.show('Shift+T', 'test-card');
  await player.shoot('Test card');
  await lead.end('what is on stage');
  await lead.end('the day');
  await expect(lead.room.thought).toHaveText('Thank you');
  await player.shoot('Closing');
  await desk.goTo('Prepare');
  await player.shoot('The day as it went');
  await desk.goTo('Settings');
  await player.shoot('Settings');
  await desk.saved();
}
