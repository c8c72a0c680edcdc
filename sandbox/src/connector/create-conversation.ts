import { z } from 'zod';
import { serviceUrl } from '../core/core.ts';
import { tenant } from '../entra/directory.ts';
import { personOf } from './accounts.ts';
import { activityOf } from './activity-body.ts';
import type { BotRequest } from './connector.ts';
import { ConnectorError } from './connector-error.ts';
import { personalConversation, requireInstalled, writable } from './conversations.ts';
import { keepFromBot } from './messages.ts';

/** What a bot asks for when it makes a conversation. */
export const NewConversation = z.object({
  isGroup: z.boolean().optional(),
  members: z.array(z.object({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  activity: z.unknown().optional(),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional(), channel: z.object({ id: z.string() }).optional() })
    .optional(),
});

/** Opens the chat with one person of the tenant, or a new thread in a channel. */
export function createConversation(request: BotRequest): { status: 201; body: unknown } {
  const { core, botId } = request;
  const parsed = NewConversation.safeParse(request.body);
  if (!parsed.success) throw new ConnectorError(400, 'BadSyntax', z.prettifyError(parsed.error));
  const { channelData, members = [], activity, tenantId = channelData?.tenant?.id } = parsed.data;
  if (channelData?.channel) {
    const where = writable(core.store, botId, channelData.channel.id);
    if (where.kind !== 'channel')
      throw new ConnectorError(400, 'BadSyntax', 'channelData.channel must name a channel.');
    const kept = keepFromBot(core, where, activityOf(activity), undefined, request.requestId);
    core.happenings.tell({ type: 'message', conversationId: where.id, activityId: kept.id });
    return { status: 201, body: { id: `${where.id};messageid=${kept.id}`, activityId: kept.id } };
  }
  if (members.length !== 1) throw new ConnectorError(400, 'BadSyntax', 'A chat is made with exactly one member.');
  if (tenantId?.toLowerCase() !== tenant(core.store)?.id.toLowerCase()) {
    throw new ConnectorError(400, 'BadArgument', "The tenant's id is missing or is not this tenant's.");
  }
  const person = personOf(core.store, botId, members[0]?.id ?? '');
  if (!person) throw new ConnectorError(404, 'UserNotFound', 'The member is not a person of this tenant.');
  requireInstalled(core.store, botId, `user:${person.id}`);
  const where = personalConversation(core, botId, person);
  if (activity === undefined || activity === null)
    return { status: 201, body: { id: where.id, serviceUrl: serviceUrl(core) } };
  const kept = keepFromBot(core, where, activityOf(activity), undefined, request.requestId);
  core.happenings.tell({ type: 'message', conversationId: where.id, activityId: kept.id });
  return { status: 201, body: { id: where.id, activityId: kept.id, serviceUrl: serviceUrl(core) } };
}
