import { until } from '../local/processes.ts';
import type { Ground } from './ground.ts';

/** What the service tells of itself. */
interface Health {
  readonly lastBeat?: { readonly at: string; readonly took: number; readonly failed: readonly string[] };
  readonly tenantTime?: string;
}

/** Lets time go on, once everything is sent that is owed by now: a jump could pass over the time it is wanted in. */
export async function goOn(ground: Ground, to: string): Promise<void> {
  await atRest(ground);
  await ground.local.control.goTo(to);
}

/** Resolves when a whole beat of the service, begun after this was asked, knew the time and left nothing to send. */
export async function atRest({ local, ceo, schools }: Ground): Promise<void> {
  const asked = Date.now();
  const now = await local.control.now();
  await until('the service has sent what is owed', 600 + 4 * schools.length, async () => {
    const { lastBeat, tenantTime = '' } = (await (await fetch(`${local.bot}/healthz`)).json()) as Health;
    if (lastBeat === undefined || Date.parse(lastBeat.at) - lastBeat.took < asked) return undefined;
    if (lastBeat.failed.length > 0 || Date.parse(tenantTime) < Date.parse(now)) return undefined;
    const { waves, undelivered } = await ceo.call<{
      readonly waves: readonly { readonly state: string }[];
      readonly undelivered: readonly { readonly state: string; readonly stillOwed: boolean }[];
    }>('GET', '/deliveries');
    const open = undelivered.some(({ state, stillOwed }) => stillOwed && (state === 'unknown' || state === 'resend'));
    return open || waves.some(({ state }) => state !== 'done') ? undefined : true;
  });
}
