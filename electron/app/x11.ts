import { spawn } from 'node:child_process';

interface Start {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The command line, for Chromium itself adds the switch to its own list once it has chosen. */
  readonly argv: readonly string[];
}

/**
 * Whether a start must give way to one on X11: on Wayland no window can be placed, and the room would lie where the compositor
 * likes. Where there is no X server to go to, it runs as it is.
 */
export function mustStartOnX11({ platform, env, argv }: Start): boolean {
  if (platform !== 'linux' || argv.some((arg) => arg.startsWith('--ozone-platform'))) return false;
  const onWayland = env.XDG_SESSION_TYPE === 'wayland' || Boolean(env.WAYLAND_DISPLAY);
  return onWayland && Boolean(env.DISPLAY);
}

/**
 * Starts Holdfast anew on X11 where that is needed, and says whether it did. The desktop entry has the switch; whoever starts the
 * program itself has not, and by the time any code of ours runs it is too late to add it.
 */
export function startOverOnX11(): boolean {
  if (!mustStartOnX11(process)) return false;
  // An AppImage is gone from where it runs once it ends: what is started is its file. Not `app.relaunch`: it needs an app that is ready.
  const program = process.env.APPIMAGE ?? process.execPath;
  spawn(program, [...process.argv.slice(1), '--ozone-platform=x11'], { detached: true, stdio: 'inherit' }).unref();
  return true;
}
