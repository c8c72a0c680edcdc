import { bots, installation } from '../../connector/conversations.ts';
import type { Store } from '../../core/store.ts';
import { isMember, user } from '../../entra/directory.ts';

/** How far an app may go on a site, each with what is before it (site: create permission). */
export const siteRoles = ['read', 'write', 'manage', 'fullcontrol'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** A grant on one site: a permission as `/sites/{id}/permissions` shows it. */
export interface SiteGrant {
  readonly id: string;
  readonly app_id: string;
  readonly role: SiteRole;
}

export function siteGrants(store: Store, siteId: string): SiteGrant[] {
  return store.all<SiteGrant>('SELECT id, app_id, role FROM site_grants WHERE site_id = ? ORDER BY rowid', siteId);
}

/** Gives an app a role on a site, or changes the one it has. */
export function grantSite(store: Store, siteId: string, appId: string, role: SiteRole): SiteGrant {
  const id = Buffer.from(`i:0i.t|ms.sp.ext|${appId}@${siteId.split(',')[1] ?? ''}`).toString('base64url');
  store.run(
    'INSERT INTO site_grants (site_id, app_id, id, role) VALUES (?, ?, ?, ?) ON CONFLICT (site_id, app_id) DO UPDATE SET role = excluded.role',
    ...[siteId, appId.toLowerCase(), id, role],
  );
  return { id, app_id: appId.toLowerCase(), role };
}

export function revokeSite(store: Store, siteId: string, grantId: string): boolean {
  return store.run('DELETE FROM site_grants WHERE site_id = ? AND id = ?', siteId, grantId) > 0;
}

/** An Exchange role assigned to an app over some mailboxes ("RBAC for Applications"): people by id or name, or a group. */
export interface ExchangeRole {
  readonly role: string;
  readonly users?: readonly string[] | undefined;
  readonly group?: string | undefined;
}

export function putExchangeRoles(store: Store, appId: string, roles: readonly ExchangeRole[]): void {
  store.run('DELETE FROM exchange_roles WHERE app_id = ?', appId.toLowerCase());
  for (const { role, users = [], group } of roles) {
    const scopes = [...users.map((one) => `user:${one}`), ...(group ? [`group:${group}`] : [])];
    for (const scope of scopes)
      store.run('INSERT OR IGNORE INTO exchange_roles VALUES (?, ?, ?)', appId.toLowerCase(), role, scope);
  }
}

/** The Exchange roles an app has over a mailbox, without their `Application ` in front. */
export function exchangeRolesOver(store: Store, appId: string, mailbox: string): string[] {
  const rows = store.all<{ role: string; scope: string }>(
    'SELECT role, scope FROM exchange_roles WHERE app_id = ?',
    appId,
  );
  return rows
    .filter(({ scope }) => {
      const [kind, id = ''] = [scope.slice(0, scope.indexOf(':')), scope.slice(scope.indexOf(':') + 1)];
      return kind === 'group' ? isMember(store, id.toLowerCase(), mailbox) : user(store, id)?.id === mailbox;
    })
    .map(({ role }) => role.replace(/^Application /, ''));
}

interface Manifest {
  readonly webApplicationInfo?: { readonly id?: unknown };
  readonly authorization?: { readonly permissions?: { readonly resourceSpecific?: unknown } };
}

/** What the manifest of an app that is installed in a team asks for there (resource-specific consent, application type). */
export function consentedInTeam(store: Store, appId: string, teamId: string): string[] {
  return bots(store)
    .filter((one) => installation(store, one.id, `team:${teamId}`) !== undefined)
    .flatMap((one) => {
      const manifest: Manifest = one.manifest;
      if (String(manifest.webApplicationInfo?.id).toLowerCase() !== appId) return [];
      const asked: unknown = manifest.authorization?.permissions?.resourceSpecific;
      return Array.isArray(asked) ? (asked as readonly { name?: unknown; type?: unknown }[]) : [];
    })
    .filter(({ type }) => type === 'Application')
    .map(({ name }) => String(name));
}
