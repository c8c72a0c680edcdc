import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program of ours, running beside us, its words kept in a log file. */
export interface Running {
  readonly name: string;
  readonly pid: number;
  /** Settles when it ends: with its code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks it to end; kills it after five seconds. */
  stop(): Promise<void>;
  /** `kill -9`: what a crash is. */
  kill(): Promise<void>;
}
interface Start {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly logDir: string;
}

/** Programs that run in groups of their own outlive us unless we take them along, however we end. */
const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGTERM');
});

/** Starts a Node program; each line it prints goes to the log and to `heard`. */
export function start(what: Start, heard: (line: string) => void = () => undefined): Running {
  mkdirSync(what.logDir, { recursive: true });
  const log = createWriteStream(join(what.logDir, `${what.name}.log`), { flags: 'a' });
  const child = spawn(process.execPath, [what.script, ...(what.args ?? [])], {
    env: { ...process.env, ...what.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches this program alone, which then ends the others in order.
    detached: true,
    windowsHide: true,
  });
  alive.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      heard(line);
    });
  }
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('exit', (code) => {
      alive.delete(child);
      resolve(code);
    });
    child.on('error', reject);
  });
  return {
    name: what.name,
    pid: child.pid ?? 0,
    ended,
    stop: () => end(child, ended, 'SIGTERM'),
    kill: () => end(child, ended, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, ended: Promise<number | null>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(impatient);
}

/** Runs a program to its end; throws with the last lines it printed if it failed. */
export async function run(what: Start): Promise<void> {
  const said: string[] = [];
  const code = await start(what, (line) => said.push(line)).ended;
  if (code !== 0) throw new Error(`${what.name} ended with ${code}:\n${said.slice(-12).join('\n')}`);
}

/** Asks until the answer is there; throws with `what` when the time is over. */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
