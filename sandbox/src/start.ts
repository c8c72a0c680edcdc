import { mkdirSync } from 'node:fs';
import { connector } from './connector/connector.ts';
import { control } from './control/control.ts';
import { certificates } from './core/certificates.ts';
import { Clock } from './core/clock.ts';
import type { Core, Endpoints } from './core/core.ts';
import { Happenings } from './core/happenings.ts';
import { type Listening, listen } from './core/listen.ts';
import { Recording } from './core/recording.ts';
import { signingKey } from './core/signing-keys.ts';
import { Store } from './core/store.ts';
import { Traffic } from './core/traffic.ts';
import { entra } from './entra/entra.ts';
import { Faults } from './faults/faults.ts';
import { graph } from './graph/graph.ts';
import { Watcher } from './graph/subscriptions/watcher.ts';
import { Limits } from './limits/limits.ts';

export interface Wanted {
  /** Holds the database, the authority and its key; made if it is not there. */
  readonly stateDir: string;
  /** Entra, Graph, connector and page; 0 or none takes the ports of the last start where they are free. */
  readonly ports?: readonly number[] | undefined;
  /** The clock of a fresh state, as an ISO instant. */
  readonly clock?: string | undefined;
  /** Files to append the exchanges and the distinct cards to. */
  readonly record?: string | undefined;
  readonly recordCards?: string | undefined;
  /** The built page. */
  readonly pageDir?: string | undefined;
}
export interface Sandbox extends Endpoints {
  /** The file with the certificate of the sandbox's authority. */
  readonly ca: string;
  close(): Promise<void>;
}

const doors = ['entra', 'graph', 'connector', 'page'] as const;

/** Starts a local Microsoft 365 and answers when all its doors are open. */
export async function startSandbox(wanted: Wanted): Promise<Sandbox> {
  mkdirSync(wanted.stateDir, { recursive: true });
  const store = new Store(wanted.stateDir);
  const shown = await certificates(wanted.stateDir);
  const endpoints: Endpoints = { entra: '', graph: '', connector: '', page: '' };
  const clock = new Clock(store, wanted.clock);
  const core: Core = {
    store,
    clock,
    watcher: new Watcher({ store, clock }),
    happenings: new Happenings(),
    recording: new Recording(wanted.record, wanted.recordCards),
    faults: new Faults(),
    limits: new Limits(),
    traffic: new Traffic(),
    keys: { entra: await signingKey(store, 'entra'), channel: await signingKey(store, 'channel') },
    endpoints,
    caFile: shown.caFile,
  };
  const apps = {
    entra: entra(core),
    graph: graph(core),
    connector: connector(core),
    page: control(core, wanted.pageDir),
  };
  const open: Listening[] = [];
  for (const [at, door] of doors.entries()) {
    const asked = wanted.ports?.[at] ?? 0;
    const port = asked === 0 ? Number(store.setting(`port.${door}`) ?? 0) : asked;
    const app = apps[door];
    const one = await listen(
      (request, env) => app.fetch(request, env),
      port,
      door === 'page' ? undefined : shown,
      asked === 0,
    );
    open.push(one);
    store.setSetting(`port.${door}`, String(one.port));
    endpoints[door] = address(door, one.port);
  }
  return {
    ...endpoints,
    ca: shown.caFile,
    close: async () => {
      core.watcher.end();
      await Promise.all(open.map((one) => one.close()));
      store.close();
    },
  };
}

function address(door: (typeof doors)[number], port: number): string {
  if (door === 'page') return `http://localhost:${port}`;
  return `https://127.0.0.1:${port}${door === 'graph' ? '/v1.0' : ''}`;
}
