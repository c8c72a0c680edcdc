import { channelsOf, groups } from '../entra/directory.ts';
import { personOf, rosterEntry } from './accounts.ts';
import type { BotRequest } from './connector.ts';
import { ConnectorError } from './connector-error.ts';
import { membersIn, requireInstalled, writable } from './conversations.ts';

type Holes = Readonly<Record<string, string>>;
type Answer = { status: 200; body: unknown };

function roster(request: BotRequest, conversation: string): Record<string, unknown>[] {
  const where = writable(request.core.store, request.botId, conversation);
  return membersIn(request.core.store, where).map((person) => rosterEntry(request.core.store, request.botId, person));
}

export function members(request: BotRequest, { conversation = '' }: Holes): Answer {
  return { status: 200, body: roster(request, conversation) };
}

export function pagedMembers(request: BotRequest, { conversation = '' }: Holes): Answer {
  const all = roster(request, conversation);
  const from = Number(Buffer.from(request.query('continuationToken') ?? '', 'base64url').toString('utf8') || 0);
  const size = Math.min(Math.max(Number(request.query('pageSize') ?? 200), 50), 500);
  const more =
    all.length > from + size ? { continuationToken: Buffer.from(String(from + size)).toString('base64url') } : {};
  return { status: 200, body: { ...more, members: all.slice(from, from + size) } };
}

export function member(request: BotRequest, { conversation = '', member: id = '' }: Holes): Answer {
  const { store } = request.core;
  const where = writable(store, request.botId, conversation);
  const person = personOf(store, request.botId, id);
  if (!person || !membersIn(store, where).some((one) => one.id === person.id)) {
    throw new ConnectorError(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.');
  }
  return { status: 200, body: rosterEntry(store, request.botId, person) };
}

/** The channels of a team, named by its thread id; General has no name there. */
export function teamChannels(request: BotRequest, { team = '' }: Holes): Answer {
  const { store } = request.core;
  const found = groups(store).find(
    (group) => group.isTeam && (group.id === team || channelsOf(store, group.id)[0]?.id === team),
  );
  if (!found) throw new ConnectorError(404, 'TeamNotFound', 'The team was not found.');
  requireInstalled(store, request.botId, `team:${found.id}`);
  const conversations = channelsOf(store, found.id).map((channel, at) =>
    at === 0 ? { id: channel.id } : { id: channel.id, name: channel.displayName },
  );
  return { status: 200, body: { conversations } };
}
