import type { Faults } from '../faults/faults.ts';
import type { Watcher } from '../graph/subscriptions/watcher.ts';
import type { Limits } from '../limits/limits.ts';
import type { Clock } from './clock.ts';
import type { Happenings } from './happenings.ts';
import type { Recording } from './recording.ts';
import type { SigningKey } from './signing-keys.ts';
import type { Store } from './store.ts';
import type { Traffic } from './traffic.ts';

/** Where the four doors stand; known once all of them listen. */
export interface Endpoints {
  entra: string;
  /** With `/v1.0`. */
  graph: string;
  /** Without the region; `serviceUrl` adds it. */
  connector: string;
  page: string;
}

/** What every service of the sandbox is given. */
export interface Core {
  readonly store: Store;
  readonly clock: Clock;
  readonly happenings: Happenings;
  readonly recording: Recording;
  readonly faults: Faults;
  readonly limits: Limits;
  /** Tells subscribers of changes. */
  readonly watcher: Watcher;
  readonly traffic: Traffic;
  /** The keys that sign now; a rolled key takes the place of the one before. */
  readonly keys: { entra: SigningKey; channel: SigningKey };
  readonly endpoints: Endpoints;
  readonly caFile: string;
}

/** The connector's address as activities name it. */
export function serviceUrl(core: Core): string {
  return `${core.endpoints.connector}/emea/`;
}
