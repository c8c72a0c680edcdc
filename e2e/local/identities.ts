import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { idOf } from '../trusts/chance.ts';

/** What one local installation keeps between starts: its ports, application ids and secrets. */
export interface Installation {
  readonly ports: {
    readonly entra: number;
    readonly graph: number;
    readonly connector: number;
    readonly page: number;
    readonly bot: number;
  };
  readonly botId: string;
  readonly botSecret: string;
  readonly setupId: string;
  readonly setupSecret: string;
  readonly teamsAppId: string;
}

/** Reads the installation kept in `stateDir`, or makes a new one on free ports. */
export async function installationIn(stateDir: string): Promise<Installation> {
  const file = join(stateDir, 'installation.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Installation) : undefined;
  if (kept !== undefined && (await allFree(Object.values(kept.ports)))) return kept;
  const [entra, graph, connector, page, bot] = await freePorts(5);
  const made: Installation = {
    botId: kept?.botId ?? idOf('app', stateDir, 'bot'),
    botSecret: kept?.botSecret ?? randomBytes(24).toString('base64url'),
    setupId: kept?.setupId ?? idOf('app', stateDir, 'setup'),
    setupSecret: kept?.setupSecret ?? randomBytes(24).toString('base64url'),
    teamsAppId: kept?.teamsAppId ?? idOf('app', stateDir, 'teams'),
    ports: { entra, graph, connector, page, bot },
  };
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

const listening = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const got = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(got));
    });
  });

async function allFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) if ((await listening(port)) === undefined) return false;
  return true;
}

async function freePorts(count: 5): Promise<[number, number, number, number, number]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = await listening(0);
    if (port !== undefined) ports.add(port);
  }
  return [...ports] as [number, number, number, number, number];
}
