import { z } from 'zod';
import { channelIdFor } from '../connector/accounts.ts';
import { bots, channelConversations, installation } from '../connector/conversations.ts';
import type { Core } from '../core/core.ts';
import {
  channelsOf,
  putApp,
  putDelegatedScopes,
  putGroup,
  putUser,
  tenant,
  user as userNamed,
} from '../entra/directory.ts';
import { grantSite, putExchangeRoles, siteRoles } from '../graph/access/grants.ts';
import { putSite, siteAt } from '../graph/sharepoint/sites.ts';
import { ControlError } from './control-error.ts';

const guid = z.guid();
export const TenantSetup = z.strictObject({
  tenant: z.strictObject({ id: guid, name: z.string().min(1), domain: z.string().min(1) }),
  users: z
    .array(
      z.strictObject({
        id: guid,
        displayName: z.string().min(1),
        userPrincipalName: z.string().min(1),
        mail: z.string().nullish(),
        jobTitle: z.string().nullish(),
      }),
    )
    .default([]),
  groups: z.array(z.strictObject({ id: guid, displayName: z.string(), members: z.array(guid) })).default([]),
  sites: z
    .array(z.strictObject({ path: z.string().startsWith('/sites/'), displayName: z.string(), group: guid.optional() }))
    .default([]),
  teams: z
    .array(
      z.strictObject({
        id: guid,
        displayName: z.string(),
        channels: z.array(z.strictObject({ id: z.string().optional(), displayName: z.string() })).min(1),
        members: z.array(guid),
      }),
    )
    .default([]),
  apps: z
    .array(
      z.strictObject({
        id: guid,
        displayName: z.string(),
        secret: z.string().min(1),
        /** Application permissions that an administrator consented to. */
        roles: z.array(z.string()).default([]),
        /** Delegated permissions of Graph that an administrator consented to for everybody. */
        scopes: z.array(z.string()).default([]),
        /** For `Sites.Selected`: what was granted on which site. */
        siteRoles: z.array(z.strictObject({ path: z.string(), role: z.enum(siteRoles) })).default([]),
        /** Roles assigned in Exchange over some mailboxes (RBAC for Applications). */
        exchangeRoles: z
          .array(
            z.strictObject({
              role: z.enum(['Application Calendars.Read', 'Application Calendars.ReadWrite']),
              users: z.array(z.string()).optional(),
              group: guid.optional(),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
});
export type TenantSetup = z.infer<typeof TenantSetup>;

/** Makes what is missing and changes what differs; what is not named stays. One state is one tenant. */
export function setUpTenant(core: Core, setup: TenantSetup): void {
  const { store } = core;
  const here = tenant(store);
  const lower = setup.tenant.id.toLowerCase();
  if (here && here.id !== lower)
    throw new ControlError(
      409,
      'AnotherTenant',
      `This state is the tenant '${here.name}' (${here.id}). Use a fresh state for another.`,
    );
  store.write(() => {
    store.setSetting('tenant', JSON.stringify({ ...setup.tenant, id: lower }));
    for (const user of setup.users) {
      const there = userNamed(store, user.userPrincipalName);
      if (there && there.id !== user.id.toLowerCase())
        throw new ControlError(409, 'NameTaken', `${there.displayName} (${there.id}) is '${user.userPrincipalName}'.`);
      putUser(store, { ...user, mail: user.mail ?? null, jobTitle: user.jobTitle ?? null });
    }
    for (const group of setup.groups) putGroup(store, group, group.members, false);
    for (const team of setup.teams) putTeam(core, team);
    for (const site of setup.sites) putSite(core, site.path, site.displayName, site.group?.toLowerCase() ?? null);
    for (const app of setup.apps) putGrantedApp(core, app);
  });
  core.happenings.tell({ type: 'tenant' });
}

function putGrantedApp({ store }: Core, app: TenantSetup['apps'][number]): void {
  putApp(store, app, app.secret);
  putDelegatedScopes(store, app.id, app.scopes);
  putExchangeRoles(store, app.id, app.exchangeRoles);
  for (const { path, role } of app.siteRoles) {
    const site = siteAt(store, path);
    if (!site) throw new ControlError(400, 'NoSuchSite', `There is no site '${path}' to grant anything on.`);
    grantSite(store, site.id, app.id, role);
  }
}

function putTeam(core: Core, team: TenantSetup['teams'][number]): void {
  const { store } = core;
  const id = team.id.toLowerCase();
  putGroup(store, team, team.members, true);
  const known = channelsOf(store, id);
  for (const [position, channel] of team.channels.entries()) {
    const made =
      known.find((one) => one.displayName === channel.displayName)?.id ?? channelIdFor(id, channel.displayName);
    store.run(
      'INSERT INTO channels (id, team_id, display_name, position) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name, position = excluded.position',
      ...[channel.id ?? made, id, channel.displayName, position],
    );
  }
  for (const bot of bots(store)) if (installation(store, bot.id, `team:${id}`)) channelConversations(core, bot.id, id);
}
