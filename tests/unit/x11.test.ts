import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mustStartOnX11 } from '../../electron/app/x11';

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };
const start = { platform: 'linux', env: wayland, argv: ['holdfast'] };

describe('a start on Linux', () => {
  it('gives way to one on X11 in a Wayland session that has an X server', () => {
    expect(mustStartOnX11(start)).toBe(true);
    expect(mustStartOnX11({ ...start, env: { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' } })).toBe(true);
  });

  it('stays where it is in an X11 session, without an X server, and once it was told where to go', () => {
    expect(mustStartOnX11({ ...start, env: { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' } })).toBe(false);
    expect(mustStartOnX11({ ...start, env: { ...wayland, DISPLAY: '' } })).toBe(false);
    expect(mustStartOnX11({ ...start, argv: ['holdfast', '--ozone-platform=wayland'] })).toBe(false);
    expect(mustStartOnX11({ ...start, platform: 'darwin' })).toBe(false);
  });

  it('from the desktop entry of a package is on X11 at once', () => {
    const config = readFileSync(new URL('../../build/electron-builder.yml', import.meta.url), 'utf8');
    const linux = /^linux:\n((?: {2}.*\n)+)/m.exec(config)?.[1] ?? '';
    expect(linux).toMatch(/^ {2}executableArgs: \[--ozone-platform=x11\]$/m);
  });
});
