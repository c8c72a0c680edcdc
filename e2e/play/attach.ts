import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Control } from '../local/control.ts';
import type { Installation } from '../local/identities.ts';
import { type Local, placeOf, siteOf } from '../local/launch.ts';
import type { Trust } from '../trusts/trust.ts';

/** The product of a running `npm start`, used as it stands: nothing is started, and stopping it is left to its owner. */
export async function attach(root: string, page: string, trust: Trust): Promise<Local> {
  const control = new Control(page.replace(/\/$/, ''));
  const { endpoints, ca } = await control.status();
  const installation = JSON.parse(readFileSync(join(root, '.sandbox/installation.json'), 'utf8')) as Installation;
  if (!page.includes(`:${installation.ports.page}`)) {
    throw new Error(
      `${page} is not the npm start of this folder, which is at http://localhost:${installation.ports.page}.`,
    );
  }
  const place = placeOf(trust.tenant);
  const theirs = { name: 'running', pid: 0, ended: new Promise<null>(() => undefined) };
  const elsewhere = { ...theirs, stop: async () => undefined, kill: async () => undefined };
  return {
    control,
    installation,
    place,
    endpoints,
    ca,
    bot: `http://localhost:${installation.ports.bot}`,
    site: siteOf({ ca, endpoints, installation, place }),
    processes: { sandbox: elsewhere, bot: elsewhere },
    startBot: async () => undefined,
    stop: async () => undefined,
  };
}
