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

/** Resolves when a whole beat of the service, begun once it knew the time, left nothing to send. */
export async function atRest({ local, ceo, schools }: Ground): Promise<void> {
  const now = Date.parse(await local.control.now());
  const health = async () => (await (await fetch(`${local.bot}/healthz`)).json()) as Health;
  const seconds = 600 + 4 * schools.length;
  // A beat may look for what is owed before it hears what time it is, and hear it before it ends.
  await until('the service knows the time', seconds, async () => {
    const { tenantTime = '' } = await health();
    return Date.parse(tenantTime) >= now ? true : undefined;
  });
  const known = Date.now();
  await until('the service has sent what is owed', seconds, async () => {
    const { lastBeat } = await health();
    if (lastBeat === undefined || Date.parse(lastBeat.at) - lastBeat.took <= known) return undefined;
    if (lastBeat.failed.length > 0) return undefined;
    const { waves, undelivered } = await ceo.call<{
      readonly waves: readonly { readonly state: string }[];
      readonly undelivered: readonly { readonly state: string; readonly stillOwed: boolean }[];
    }>('GET', '/deliveries');
    const open = undelivered.some(({ state, stillOwed }) => stillOwed && (state === 'unknown' || state === 'resend'));
    return open || waves.some(({ state }) => state !== 'done') ? undefined : true;
  });
}
