/** Microsoft's Agents Playground as a process: a client of bots by somebody else than us. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { until } from '../local/processes.ts';

export interface Played {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}
export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it as one person of a tenant; it takes exactly five others. `endpoint` is where it believes the bot to be. */
export async function startPlayground(
  dir: string,
  who: {
    readonly endpoint: string;
    readonly tenantId: string;
    readonly bot: { readonly id: string; readonly name: string };
    readonly me: Played;
    readonly others: readonly Played[];
  },
): Promise<Playground> {
  mkdirSync(dir, { recursive: true });
  const user = ({ id, name, email }: Played) => {
    const [givenName = name, ...rest] = name.split(' ');
    return {
      ...{ id: `29:${id}`, name, userPrincipleName: email, aadObjectId: id },
      ...{ givenName, surname: rest.join(' '), email },
    };
  };
  const config = join(dir, '.m365agentsplayground.yml');
  writeFileSync(
    config,
    stringify({
      version: '0.1.1',
      tenantId: who.tenantId,
      bot: { id: `28:${who.bot.id}`, name: who.bot.name },
      currentUser: user(who.me),
      users: who.others.slice(0, 5).map(user),
      personalChat: { id: 'a:playground-chat' },
      groupChat: { id: '19:playground-group@thread.v2', name: 'Group' },
      team: {
        ...{ id: '19:playground-team@thread.tacv2', name: 'Team', aadGroupId: who.tenantId },
        channels: [{ id: '19:playground-channel@thread.tacv2', name: 'Second' }],
      },
    }),
  );
  const port = await freePort();
  const script = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');
  const said: string[] = [];
  const child = spawn(
    process.execPath,
    [script, '-e', who.endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    { cwd: dir, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: config } },
  );
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://localhost:${port}`;
  await Promise.race([
    until('the Playground answers', 30, async () => ((await answers(url)) ? true : undefined)),
    ended.then(() => {
      throw new Error(`The Playground ended: ${said.join('').slice(-600)}`);
    }),
  ]);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // It does not listen yet.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}
