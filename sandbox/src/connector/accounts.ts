import { createHash } from 'node:crypto';
import type { Store } from '../core/store.ts';
import { tenant, type User, user, users } from '../entra/directory.ts';

const letters = (...words: readonly string[]) =>
  createHash('sha512').update(words.join('\n')).digest('base64url').replaceAll(/[_-]/g, 'x');

/** A person as one bot knows them: Teams' ids differ from bot to bot. */
export function memberId(botId: string, userId: string): string {
  return `29:1${letters('member', botId, userId).slice(0, 66)}`;
}
export function botAccountId(botId: string): string {
  return `28:${botId}`;
}
export function personalConversationId(botId: string, userId: string): string {
  return `a:1${letters('personal', botId, userId, 'a')}${letters('personal', botId, userId, 'b').slice(0, 34)}`;
}
export function channelIdFor(teamId: string, name: string): string {
  return `19:${letters('channel', teamId, name).slice(0, 43)}@thread.tacv2`;
}

/** The person behind a `29:` id, an object id, or nobody. */
export function personOf(store: Store, botId: string, id: string): User | undefined {
  if (!id.startsWith('29:')) return user(store, id);
  return users(store).find((one) => memberId(botId, one.id) === id);
}

/** A member as the roster shows it. */
export function rosterEntry(store: Store, botId: string, person: User): Record<string, unknown> {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  return {
    id: memberId(botId, person.id),
    name: person.displayName,
    aadObjectId: person.id,
    objectId: person.id,
    givenName,
    surname: rest.join(' '),
    email: person.mail ?? person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId: tenant(store)?.id,
    userRole: 'user',
  };
}
