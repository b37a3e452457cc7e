import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { Recording } from './recording';
import { asRoot, asUser, giveToUser, makeUserFolder } from './stage';

/** The outputs the rig can plug in, by the name of their sink, and what the system calls them. */
const labels = {
  laptop: 'Laptop speakers',
  hdmi: 'HDMI projector',
  headphones: 'Headphones',
} as const;

export type Speaker = keyof typeof labels;

const startMs = 5_000;
const streamsSchema = z.array(z.looseObject({ index: z.number() }));
const sinksSchema = z.array(z.looseObject({ name: z.string(), owner_module: z.number() }));

/** A real PulseAudio of its own, with outputs that can be plugged, pulled and listened to. */
export class Speakers {
  readonly #folder: string;
  readonly #server: ChildProcess;
  readonly #recordings: Recording[] = [];

  private constructor(folder: string, server: ChildProcess) {
    this.#folder = folder;
    this.#server = server;
  }

  /** Starts the server with the laptop's own speakers; refuses where PulseAudio is missing. */
  static async start(): Promise<Speakers> {
    for (const program of ['pulseaudio', 'pactl', 'parec']) {
      if (existsSync(`/usr/bin/${program}`)) continue;
      throw new Error(`${program} is missing: \`npm run setup\` installs it, or says how.`);
    }
    const folder = makeUserFolder();
    const script = join(folder, 'outputs.pa');
    const modules = ['native-protocol-unix auth-anonymous=1 socket=native', 'cli-protocol-unix socket=cli'];
    const lines = modules.map((module) => `load-module module-${module.replace('socket=', `socket=${folder}/`)}\n`);
    writeFileSync(script, lines.join(''));
    giveToUser(folder);
    const [program = '', ...args] = [
      // On a busy machine it would leave gaps in what is heard.
      ...(asRoot ? ['nice', '-n', '-10'] : []),
      ...asUser([
        ...['pulseaudio', '-n', '-F', script, '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'],
        ...['--disable-shm=yes', '--realtime=no', '--high-priority=no', '--log-target=stderr'],
      ]),
    ];
    const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment(folder) });
    let said = '';
    server.stderr?.on('data', (bytes) => {
      said += String(bytes);
    });
    const speakers = new Speakers(folder, server);
    const deadline = Date.now() + startMs;
    while (!existsSync(join(folder, 'native'))) {
      if (server.exitCode !== null || Date.now() > deadline) {
        await speakers.stop();
        throw new Error(`PulseAudio did not start: ${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    speakers.reset();
    return speakers;
  }

  /** What the app is started with, so that its sound comes out here. */
  get env(): { readonly PULSE_SERVER: string } {
    return { PULSE_SERVER: `unix:${this.#folder}/native` };
  }

  label(speaker: Speaker): string {
    return labels[speaker];
  }

  /** Plugs an output in. The system's own stays the one it was. */
  plug(speaker: Speaker): void {
    const description = labels[speaker].replaceAll(' ', '\\ ');
    const shape = ['format=float32le', 'rate=48000', 'channels=2'];
    const name = [`sink_name=${speaker}`, `sink_properties=device.description="${description}"`];
    this.#pactl('load-module', 'module-null-sink', ...shape, ...name);
  }

  /** Pulls an output's cable. */
  unplug(speaker: Speaker): void {
    const sink = this.#sinks().find(({ name }) => name === speaker);
    if (sink !== undefined) this.#pactl('unload-module', String(sink.owner_module));
  }

  /** Ends what is sounding, as a system does that moves nothing to another output when one goes. */
  async breakOff(): Promise<void> {
    const streams = streamsSchema.parse(JSON.parse(this.#pactl('--format=json', 'list', 'sink-inputs')));
    // Only the server's own command line, on a socket, can end somebody else's stream.
    const line = connect(join(this.#folder, 'cli'));
    await once(line, 'connect');
    line.end(streams.map(({ index }) => `kill-sink-input ${index}\n`).join(''));
    await once(line.resume(), 'close');
  }

  /** Begins to listen to what comes out of an output; it ends when the output goes. */
  async record(speaker: Speaker): Promise<Recording> {
    const recording = new Recording(`${speaker}.monitor`, environment(this.#folder));
    this.#recordings.push(recording);
    await recording.begun();
    return recording;
  }

  /** Back to the laptop's own speakers alone, nobody listening. */
  reset(): void {
    for (const recording of this.#recordings.splice(0)) recording.stop();
    this.unplug('hdmi');
    this.unplug('headphones');
    if (!this.#sinks().some(({ name }) => name === 'laptop')) this.plug('laptop');
    this.#pactl('set-default-sink', 'laptop');
  }

  async stop(): Promise<void> {
    for (const recording of this.#recordings.splice(0)) recording.stop();
    const gone = once(this.#server, 'exit');
    if (this.#server.exitCode === null && this.#server.kill()) await gone;
  }

  #sinks(): z.infer<typeof sinksSchema> {
    return sinksSchema.parse(JSON.parse(this.#pactl('--format=json', 'list', 'sinks')));
  }

  #pactl(...args: string[]): string {
    return execFileSync('pactl', args, { encoding: 'utf8', env: environment(this.#folder) });
  }
}

/** What PulseAudio's programs need to find this server and leave the tester's own alone. */
const environment = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: folder,
  TMPDIR: folder,
  XDG_RUNTIME_DIR: folder,
  PULSE_SERVER: `unix:${folder}/native`,
  // pactl writes decimals as the locale does, and JSON knows only one way.
  LC_ALL: 'C.UTF-8',
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  DBUS_SYSTEM_BUS_ADDRESS: 'disabled:',
});
