/** The service: chat, the tab's API, and the heartbeat, over the lists of one trust. Local and live start alike. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { loadPolicy, OWLS, PolicyError, type TrustPolicy } from '@owls/policy';
import { type Logger, pino } from 'pino';
import { tokenCheck } from './api/token.ts';
import { createWeb } from './api/web.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { Running } from './running.ts';

/**
 * Longer than Azure's front end keeps a quiet connection (four minutes), so that it is never the service that closes one
 * just as a request goes out on it.
 */
const KEEP_ALIVE_MS = 245_000;

/** The tab's build: beside this program where both were packed for a host, else in its own room, seen from `src` and `dist`. */
const TAB_BESIDE = fileURLToPath(new URL('tab', import.meta.url));
const TAB_ROOM = fileURLToPath(new URL('../../tab/dist', import.meta.url));
/** Longest time that sending and requests get to come to rest; the journal takes care of what does not. */
const LAST_WORDS_MS = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const policy = await readPolicy(config);
  const log = pino({
    level: process.env.LOG_LEVEL ?? 'info',
    redact: ['err.config', 'err.request', 'err.response', 'err.body', 'err.current'],
  });
  const running = new Running(config, policy, log);
  const web = createWeb({
    config,
    policy,
    log,
    tabDirectory: existsSync(TAB_BESIDE) ? TAB_BESIDE : TAB_ROOM,
    checkToken: tokenCheck(config),
    world: () => running.world,
    chat: () => running.chat,
    beat: () => running.beat(),
    freeBusy: (people, from, to) => running.freeBusy(people, from, to),
    health: () => running.health(),
  });
  const { port } = config;
  const server = serve({ fetch: web.fetch, port, serverOptions: { keepAliveTimeout: KEEP_ALIVE_MS } }, (address) =>
    log.info({ port: address.port }, 'listening'),
  );
  stopOnSignal(running, server, log);
  await running.start();
}

async function readPolicy(config: Config): Promise<TrustPolicy> {
  if (config.policyFile === undefined) return OWLS;
  return loadPolicy(JSON.parse(await readFile(config.policyFile, 'utf8')));
}

function stopOnSignal(running: Running, server: ReturnType<typeof serve>, log: Logger): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(0), LAST_WORDS_MS).unref();
    server.close();
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
}

main().catch((error: unknown) => {
  const isOurs = error instanceof ConfigError || error instanceof PolicyError;
  process.stderr.write(`${isOurs ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
