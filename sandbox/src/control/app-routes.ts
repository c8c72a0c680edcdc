import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { memberId } from '../connector/accounts.ts';
import { type Bot, bot, bots } from '../connector/conversations.ts';
import { block, install, type Place, someMember, uninstall } from '../connector/installing.ts';
import type { Core } from '../core/core.ts';
import { group, app as registration, tenant, user } from '../entra/directory.ts';
import { tabToken } from '../entra/tokens.ts';
import { ControlError, existing, understood } from './control-error.ts';

const TeamsApp = z.strictObject({
  manifest: z.record(z.string(), z.unknown()),
  messagingEndpoint: z.url(),
  /** The package's colour icon, a PNG in Base64. */
  colorIcon: z.base64().optional(),
});
const Installation = z.strictObject({
  botId: z.string(),
  userId: z.string().optional(),
  teamId: z.string().optional(),
});
const TabToken = z.strictObject({ userId: z.string(), botId: z.string() });
const Block = z.strictObject({ botId: z.string(), userId: z.string() });

/** Teams apps, where they are installed, and the tokens their tabs get. */
export function appRoutes(app: Hono, core: Core): void {
  const { store } = core;
  const shown = (one: Bot) => ({ botId: one.id, manifest: one.manifest, messagingEndpoint: one.endpoint });

  app.get('/api/teams-apps', (c) => c.json(bots(store).map(shown)));
  app.put('/api/teams-apps/:bot', async (c) => {
    const id = c.req.param('bot').toLowerCase();
    const { manifest, messagingEndpoint, colorIcon } = understood(TeamsApp, await c.req.json());
    if (!registration(store, id))
      throw new ControlError(400, 'NoAppRegistration', `Register the app '${id}' in the tenant first.`);
    store.write(() => {
      store.run(
        'INSERT OR REPLACE INTO bots (id, manifest, endpoint) VALUES (?, ?, ?)',
        id,
        JSON.stringify(manifest),
        messagingEndpoint,
      );
      if (colorIcon) store.setSetting(`icon ${id}`, colorIcon);
    });
    core.happenings.tell({ type: 'tenant' });
    return c.json(shown({ id, manifest, endpoint: messagingEndpoint }));
  });

  app.get('/api/teams-apps/:bot/icon', (c) => {
    const icon = existing(store.setting(`icon ${c.req.param('bot').toLowerCase()}`), 'icon of this app');
    return c.body(Buffer.from(icon, 'base64'), 200, { 'content-type': 'image/png', 'cache-control': 'max-age=300' });
  });

  app.get('/api/installations', (c) =>
    c.json(store.all('SELECT bot_id AS botId, target, blocked FROM installations ORDER BY bot_id, target')),
  );
  app.post('/api/installations', async (c) => {
    const { to, place } = await asked(core, c);
    return c.json(await install(core, to, place));
  });
  app.delete('/api/installations', async (c) => {
    const { to, place } = await asked(core, c);
    await uninstall(core, to, place);
    return c.body(null, 204);
  });
  app.on(['POST', 'DELETE'], '/api/blocks', async (c) => {
    const { botId, userId } = understood(Block, await c.req.json());
    const person = existing(user(store, userId), `user '${userId}'`);
    const done = store.write(() =>
      block(core, existing(bot(store, botId), `bot '${botId}'`), person, c.req.method === 'POST'),
    );
    if (!done) throw new ControlError(409, 'NotInstalled', `${person.displayName} does not have the app.`);
    return c.body(null, 204);
  });

  app.post('/api/tab-tokens', async (c) => {
    const { userId, botId } = understood(TabToken, await c.req.json());
    const person = existing(user(store, userId), `user '${userId}'`);
    const audience = existing(registration(store, botId), `app '${botId}'`);
    const here = existing(tenant(store), 'tenant yet');
    const own = bot(store, botId);
    return c.json({
      token: await tabToken(core, here.id, person, audience.id),
      ...(own ? { memberId: memberId(own.id, person.id) } : {}),
    });
  });
}

async function asked(core: Core, c: Context): Promise<{ to: Bot; place: Place }> {
  const { botId, userId, teamId } = understood(Installation, await c.req.json());
  const to = existing(bot(core.store, botId), `Teams app '${botId}'`);
  if ((userId === undefined) === (teamId === undefined))
    throw new ControlError(400, 'BadRequest', 'Give either userId or teamId.');
  if (userId !== undefined) return { to, place: { person: existing(user(core.store, userId), `user '${userId}'`) } };
  const team = group(core.store, teamId ?? '');
  const id = existing(team?.isTeam ? team.id : undefined, `team '${teamId}'`);
  return { to, place: { teamId: id, by: existing(someMember(core, id), `member of the team '${teamId}'`) } };
}
