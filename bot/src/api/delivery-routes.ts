import { access } from '@owls/policy';
import { Hono } from 'hono';
import { z } from 'zod';
import { dueBeyond, secondsAfter } from '../delivery/ledger.ts';
import { CHANNEL } from '../delivery/recipient.ts';
import type { UndeliveredRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { bodyAs } from './body.ts';
import { insist, notFound } from './refusal.ts';
import type { ApiContext, ApiEnv } from './signed-in.ts';

const Which = z.object({ key: z.string().min(1).max(400) });
const WAVES_SHOWN = 100;

/** What was sent, what did not simply arrive, and what the CEO's office does about it. */
export function deliveryRoutes(beat: () => void): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get('/deliveries', (c) => {
      insistManage(c);
      return c.json(viewOf(c.get('world')));
    })
    .post('/deliveries/resend', async (c) => {
      await decide(c, 'resend', 'To be sent again.');
      beat();
      return c.json(viewOf(c.get('world')));
    })
    .post('/deliveries/dismiss', async (c) => {
      await decide(c, 'dismissed', 'Dismissed.');
      return c.json(viewOf(c.get('world')));
    });
}

function insistManage(c: ApiContext): void {
  insist(access(c.get('world').policy, c.get('person'), 'deliveries.manage', c.get('world').facts()));
}

/** Only what is open can be decided on; an arrived card stays arrived. */
async function decide(c: ApiContext, state: 'resend' | 'dismissed', reason: string): Promise<void> {
  insistManage(c);
  const { key } = await bodyAs(c, Which);
  const world = c.get('world');
  const row = world.undelivered.all().find((one) => one.key === key && isOpen(one));
  if (row === undefined) throw notFound();
  const by = c.get('by');
  await world.undelivered.put([{ ...row, state, reason, at: secondsAfter(world.now(), [row.at]) }]);
  await world.audit.write([
    {
      at: world.now().toString(),
      person: by.person,
      action: `delivery.${state === 'resend' ? 'resend' : 'dismiss'}`,
      field: key,
      from: row.state,
      to: state,
      surface: by.surface,
    },
  ]);
}

function isOpen(row: UndeliveredRow): boolean {
  return row.state === 'unreachable' || row.state === 'unknown' || row.state === 'resend';
}

function viewOf(world: World): object {
  const names = new Map(world.facts().people.map(({ id, name }) => [id, name]));
  const stillDue = new Set(dueBeyond(world, new Set()).map(({ key }) => key));
  const waves = [...world.waves.all()].sort((a, b) => b.key.localeCompare(a.key)).slice(0, WAVES_SHOWN);
  return {
    asOf: world.now().toString(),
    waves: waves.map(({ version: _version, members, ...wave }) => ({ ...wave, count: members.length })),
    undelivered: world.undelivered.all().map((row) => ({
      ...row,
      name: row.person === CHANNEL ? "The trust's channel" : (names.get(row.person) ?? row.person),
      /** Whether the message would still be wanted; what is no longer owed is not sent, whatever its state. */
      stillOwed: stillDue.has(row.key),
    })),
  };
}
