/**
 * `npm run import -- --schools FILE --results FILE [--yes] [--env NAME]`: builds what is stale, reads the environment
 * from `env/.env.NAME` and `env/.env.NAME.user`, and runs the service's import in it. Files are named from where you stand.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { build } from './build.mjs';
import { install, ROOT } from './install.mjs';

const DEFAULT = 'local';

/** Takes `--env NAME` out of what was asked; the rest is the import's. */
function asked(args) {
  const rest = [];
  let name = DEFAULT;
  for (let at = 0; at < args.length; at += 1) {
    const [option, ...value] = args[at].split('=');
    if (option !== '--env') rest.push(args[at]);
    else if (value.length > 0) name = value.join('=');
    else {
      at += 1;
      name = args[at] ?? '';
    }
  }
  if (!/^[\w-]+$/.test(name)) throw new Error('--env takes the name of an environment, for example --env dev.');
  return { name, rest };
}

/** The variables of an environment; its `.user` file has the secrets and may be missing. */
function environment(name) {
  const plain = join(ROOT, 'env', `.env.${name}`);
  if (!existsSync(plain)) {
    throw new Error(
      name === DEFAULT
        ? 'Start npm start first, or name an environment with --env.'
        : `There is no environment ${name}: env/.env.${name} is missing.`,
    );
  }
  const files = [plain, `${plain}.user`].filter((file) => existsSync(file));
  return Object.assign({}, ...files.map((file) => parseEnv(readFileSync(file, 'utf8'))));
}

/** Where Microsoft's addresses are replaced by others, somebody has to be at home there. */
async function answering({ ENTRA_URL: address }) {
  if (!address) return;
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) || 443 });
  try {
    await once(socket, 'connect');
  } catch {
    throw new Error(`Nobody answers at ${address}. Start npm start first, or name an environment with --env.`);
  } finally {
    socket.destroy();
  }
}

try {
  const { name, rest } = asked(process.argv.slice(2));
  // Someone who asks how it is used needs no environment for the answer.
  const variables = rest.length === 0 || rest.includes('--help') ? {} : environment(name);
  await answering(variables);
  install();
  await build((line) => console.error(line));
  // A program of its own: Node reads NODE_EXTRA_CA_CERTS only when it starts.
  const child = spawn(process.execPath, [join(ROOT, 'bot/dist/import.mjs'), ...rest], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ...variables },
    stdio: 'inherit',
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
