import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '../core/store.ts';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  /** The tenant's first name in Entra and Exchange, like `owls.onmicrosoft.com`. */
  readonly domain: string;
}
export interface User {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
}
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly isTeam: boolean;
}
interface Channel {
  readonly id: string;
  readonly displayName: string;
}
export interface App {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly string[];
}

interface UserRow {
  id: string;
  display_name: string;
  upn: string;
  mail: string | null;
  job_title: string | null;
}
const userOf = (row: UserRow): User => ({
  id: row.id,
  displayName: row.display_name,
  userPrincipalName: row.upn,
  mail: row.mail,
  jobTitle: row.job_title,
});
interface GroupRow {
  id: string;
  display_name: string;
  is_team: number;
}
const groupOf = (row: GroupRow): Group => ({ id: row.id, displayName: row.display_name, isTeam: row.is_team === 1 });

export function tenant(store: Store): Tenant | undefined {
  const kept = store.setting('tenant');
  return kept === undefined ? undefined : (JSON.parse(kept) as Tenant);
}

/** The host of the tenant's SharePoint, as Microsoft derives it from the first domain. */
export function sharePointHost(store: Store): string {
  return `${(tenant(store)?.domain ?? 'contoso.onmicrosoft.com').split('.')[0]}.sharepoint.com`;
}

export function users(store: Store): User[] {
  return store.all<UserRow>('SELECT * FROM users ORDER BY display_name, id').map(userOf);
}

/** A user by object id or user principal name. */
export function user(store: Store, idOrName: string): User | undefined {
  const row =
    store.get<UserRow>('SELECT * FROM users WHERE id = ?', idOrName.toLowerCase()) ??
    store.get<UserRow>('SELECT * FROM users WHERE upn = ?', idOrName);
  return row && userOf(row);
}

/** A user by an e-mail address, or by the principal name where that is written instead. */
export function userByAddress(store: Store, address: string): User | undefined {
  const row = store.get<UserRow>('SELECT * FROM users WHERE mail = ? OR upn = ? LIMIT 1', address, address);
  return row && userOf(row);
}

export function groups(store: Store): Group[] {
  return store.all<GroupRow>('SELECT * FROM groups ORDER BY display_name, id').map(groupOf);
}

export function group(store: Store, id: string): Group | undefined {
  const row = store.get<GroupRow>('SELECT * FROM groups WHERE id = ?', id.toLowerCase());
  return row && groupOf(row);
}

export function membersOf(store: Store, groupId: string): User[] {
  const sql =
    'SELECT u.* FROM group_members m JOIN users u ON u.id = m.user_id WHERE m.group_id = ? ORDER BY u.display_name, u.id';
  return store.all<UserRow>(sql, groupId.toLowerCase()).map(userOf);
}

export function isMember(store: Store, groupId: string, userId: string): boolean {
  return (
    store.get('SELECT 1 AS yes FROM group_members WHERE group_id = ? AND user_id = ?', groupId, userId) !== undefined
  );
}

/** A team's channels; the first is General, whose id is also the team's thread id. */
export function channelsOf(store: Store, teamId: string): Channel[] {
  const sql = 'SELECT id, display_name AS displayName FROM channels WHERE team_id = ? ORDER BY position';
  return store.all<Channel>(sql, teamId.toLowerCase());
}

export function app(store: Store, id: string): App | undefined {
  const row = store.get<{ id: string; display_name: string; roles: string }>(
    'SELECT * FROM apps WHERE id = ?',
    id.toLowerCase(),
  );
  return row && { id: row.id, displayName: row.display_name, roles: JSON.parse(row.roles) as string[] };
}

/** The delegated permissions that an administrator consented to for everybody. */
export function delegatedScopes(store: Store, appId: string): string[] {
  const sql = 'SELECT scope FROM delegated_scopes WHERE app_id = ? ORDER BY scope';
  return store.all<{ scope: string }>(sql, appId.toLowerCase()).map(({ scope }) => scope);
}

export function putDelegatedScopes(store: Store, appId: string, scopes: readonly string[]): void {
  store.run('DELETE FROM delegated_scopes WHERE app_id = ?', appId.toLowerCase());
  for (const scope of scopes)
    store.run('INSERT OR IGNORE INTO delegated_scopes VALUES (?, ?)', appId.toLowerCase(), scope);
}

const hashed = (salt: string, secret: string) => createHash('sha256').update(`${salt}:${secret}`).digest();

/** Whether `secret` is the app's; secrets are kept salted and hashed. */
export function secretFits(store: Store, id: string, secret: string): boolean {
  const row = store.get<{ salt: string; secret: string }>(
    'SELECT salt, secret FROM apps WHERE id = ?',
    id.toLowerCase(),
  );
  return row !== undefined && timingSafeEqual(Buffer.from(row.secret, 'hex'), hashed(row.salt, secret));
}

export function putUser(
  store: Store,
  user: Omit<User, 'mail' | 'jobTitle'> & Partial<Pick<User, 'mail' | 'jobTitle'>>,
): void {
  store.run(
    `INSERT INTO users (id, display_name, upn, mail, job_title) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name, upn = excluded.upn, mail = excluded.mail, job_title = excluded.job_title`,
    user.id.toLowerCase(),
    user.displayName,
    user.userPrincipalName,
    user.mail ?? null,
    user.jobTitle ?? null,
  );
}

/** Makes or renames a group and sets exactly these members. */
export function putGroup(
  store: Store,
  group: Omit<Group, 'isTeam'>,
  members: readonly string[],
  isTeam: boolean,
): void {
  const id = group.id.toLowerCase();
  store.run(
    `INSERT INTO groups (id, display_name, is_team) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name, is_team = max(is_team, excluded.is_team)`,
    id,
    group.displayName,
    isTeam ? 1 : 0,
  );
  store.run('DELETE FROM group_members WHERE group_id = ?', id);
  for (const member of members)
    store.run('INSERT OR IGNORE INTO group_members VALUES (?, ?)', id, member.toLowerCase());
}

export function putApp(store: Store, app: App, secret: string): void {
  const salt = randomBytes(16).toString('hex');
  store.run(
    `INSERT INTO apps (id, display_name, salt, secret, roles) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name, salt = excluded.salt, secret = excluded.secret, roles = excluded.roles`,
    app.id.toLowerCase(),
    app.displayName,
    salt,
    hashed(salt, secret).toString('hex'),
    JSON.stringify(app.roles),
  );
}
