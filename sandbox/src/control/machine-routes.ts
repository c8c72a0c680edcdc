import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { groups, membersOf, tenant, users } from '../entra/directory.ts';
import { ControlError, understood } from './control-error.ts';
import { setUpTenant, TenantSetup } from './tenant.ts';

const ClockChange = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMinutes: z.number().positive() }),
]);
const pulse = 15_000;

/** The tenant, its clock and its traffic. */
export function machineRoutes(app: Hono, core: Core): void {
  const { store, clock } = core;
  app.get('/api/status', (c) =>
    c.json({ tenant: tenant(store) ?? null, endpoints: core.endpoints, ca: core.caFile, now: clock.iso() }),
  );
  app.put('/api/tenant', async (c) => {
    setUpTenant(core, understood(TenantSetup, await c.req.json()));
    return c.json({ tenant: tenant(store) });
  });
  app.get('/api/users', (c) => c.json(users(store)));
  app.get('/api/groups', (c) =>
    c.json(groups(store).map((one) => ({ ...one, members: membersOf(store, one.id).map((person) => person.id) }))),
  );

  app.get('/api/clock', (c) => c.json({ now: clock.iso() }));
  app.post('/api/clock', async (c) => {
    const change = understood(ClockChange, await c.req.json());
    const wanted = 'now' in change ? Date.parse(change.now) : clock.ms() + change.advanceMinutes * 60_000;
    if (!clock.moveTo(wanted))
      throw new ControlError(409, 'ClockGoesForward', `The clock stands at ${clock.iso()} and does not go back.`);
    core.happenings.tell({ type: 'clock', now: clock.iso() });
    return c.json({ now: clock.iso() });
  });

  app.get('/api/clock/marks', (c) => c.json(JSON.parse(store.setting('clock.marks') ?? '[]') as unknown));
  app.put('/api/clock/marks', async (c) => {
    const marks = understood(
      z.array(z.strictObject({ label: z.string(), at: z.iso.datetime({ offset: true }) })),
      await c.req.json(),
    );
    store.write(() => store.setSetting('clock.marks', JSON.stringify(marks)));
    return c.json(marks);
  });

  app.get('/api/traffic', (c) =>
    c.json({
      entra: core.traffic.counts('entra'),
      graph: core.traffic.counts('graph'),
      connector: core.traffic.counts('connector'),
    }),
  );
  app.get('/api/deliveries', (c) =>
    c.json(
      store.all(
        'SELECT n, at, kind, bot_id AS botId, conversation_id AS conversationId, activity_id AS activityId, request_id AS requestId FROM deliveries WHERE n > ? ORDER BY n',
        Number(c.req.query('after') ?? 0),
      ),
    ),
  );

  app.get('/api/events', (c) =>
    streamSSE(c, async (stream) => {
      const stop = core.happenings.listen((happening) => {
        stream.writeSSE({ data: JSON.stringify(happening) }).catch(stop);
      });
      stream.onAbort(() => {
        stop();
      });
      while (!stream.aborted && !stream.closed) {
        await stream.write(': pulse\n\n');
        await stream.sleep(pulse);
      }
    }),
  );
}
