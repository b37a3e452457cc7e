import { type ChildProcess, spawn } from 'node:child_process';
import { type Bell, bellsIn, silence } from './bells';

const rate = 48_000;
const sampleBytes = 4;
const beginMs = 5_000;

/** What came out of one output since somebody began to listen. */
export class Recording {
  readonly #process: ChildProcess;
  readonly #parts: Buffer[] = [];

  constructor(monitor: string, env: NodeJS.ProcessEnv) {
    const shape = ['--raw', '--format=float32le', `--rate=${rate}`, '--channels=1', '--latency-msec=20'];
    const listen = ['--pdeathsig', 'KILL', 'parec', `--device=${monitor}`, ...shape];
    this.#process = spawn('setpriv', listen, { stdio: ['ignore', 'pipe', 'ignore'], env });
    this.#process.stdout?.on('data', (bytes: Buffer) => this.#parts.push(bytes));
  }

  /** Waits for the first sample, which an output that is silent gives as well. */
  async begun(): Promise<void> {
    const deadline = Date.now() + beginMs;
    while (this.seconds === 0) {
      if (Date.now() > deadline || this.#process.exitCode !== null)
        throw new Error('The output cannot be listened to.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** How much has been listened to. */
  get seconds(): number {
    return this.#parts.reduce((sum, { length }) => sum + length, 0) / sampleBytes / rate;
  }

  /** Everything that rang so far, oldest first; a bell that still sounds is not among them. */
  bells(): readonly Bell[] {
    return bellsIn(this.#samples(), rate);
  }

  /** Whether anything at all came out so far. */
  sounds(): boolean {
    return this.#samples().some((sample) => Math.abs(sample) > silence);
  }

  stop(): void {
    this.#process.kill();
  }

  #samples(): Float32Array {
    const bytes = Buffer.concat(this.#parts);
    const samples = new Float32Array(Math.floor(bytes.length / sampleBytes));
    for (let n = 0; n < samples.length; n++) samples[n] = bytes.readFloatLE(n * sampleBytes);
    return samples;
  }
}
