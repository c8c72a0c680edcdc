import { activityOf } from './activity-body.ts';
import type { BotRequest } from './connector.ts';
import { ConnectorError } from './connector-error.ts';
import { type Conversation, writable } from './conversations.ts';
import { keepFromBot, type Message, message, remove, replace } from './messages.ts';

type Holes = Readonly<Record<string, string>>;
type Answer = { status: 200 | 201; body?: unknown };

const threadIn = (conversationId: string) => /;messageid=(\d+)/.exec(conversationId)?.[1];

/** Posts an activity: a message is kept and shown, typing is shown for a moment. */
export function send(request: BotRequest, { conversation = '' }: Holes): Answer {
  return post(request, conversation, threadIn(conversation));
}

/** Answers an activity; in a channel the answer goes into its thread. Proactive sends use made-up ids here, so any id will do. */
export function reply(request: BotRequest, { conversation = '', activity = '' }: Holes): Answer {
  const where = writable(request.core.store, request.botId, conversation);
  const answered = message(request.core.store, where.id, activity);
  return post(request, conversation, threadIn(conversation) ?? answered?.thread_id);
}

function post(request: BotRequest, conversationId: string, thread: string | undefined): Answer {
  const { core } = request;
  const where = writable(core.store, request.botId, conversationId);
  const activity = activityOf(request.body);
  if (activity.type === 'typing') {
    core.happenings.tell({ type: 'typing', conversationId: where.id });
    return { status: 201, body: { id: String(core.clock.ms()) } };
  }
  const kept = keepFromBot(core, where, activity, where.kind === 'channel' ? thread : undefined, request.requestId);
  core.happenings.tell({ type: 'message', conversationId: where.id, activityId: kept.id });
  return { status: 201, body: { id: kept.id } };
}

export function replacePosted(request: BotRequest, { conversation = '', activity = '' }: Holes): Answer {
  const { where, old } = posted(request, conversation, activity);
  replace(request.core, where, old, activityOf(request.body), request.requestId);
  request.core.happenings.tell({ type: 'update', conversationId: where.id, activityId: old.id });
  return { status: 200, body: { id: old.id } };
}

export function removePosted(request: BotRequest, { conversation = '', activity = '' }: Holes): Answer {
  const { where, old } = posted(request, conversation, activity);
  remove(request.core, where, old, request.requestId);
  request.core.happenings.tell({ type: 'delete', conversationId: where.id, activityId: old.id });
  return { status: 200 };
}

/** A message of this bot's own; others' can be neither changed nor deleted. */
function posted(
  request: BotRequest,
  conversationId: string,
  activityId: string,
): { where: Conversation; old: Message } {
  const where = writable(request.core.store, request.botId, conversationId);
  const old = message(request.core.store, where.id, activityId);
  if (!old)
    throw new ConnectorError(
      404,
      'ActivityNotFoundInConversation',
      `The activity '${activityId}' is not in the conversation.`,
    );
  const from = old.activity.from as { id?: string } | undefined;
  if (!from?.id?.startsWith('28:'))
    throw new ConnectorError(403, 'ForbiddenOperationException', "Another's message cannot be changed.");
  return { where, old };
}
