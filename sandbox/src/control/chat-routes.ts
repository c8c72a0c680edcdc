import type { Hono } from 'hono';
import { z } from 'zod';
import { memberId } from '../connector/accounts.ts';
import {
  bot,
  botName,
  type Conversation,
  conversation,
  conversationsOf,
  installation,
  membersIn,
  targetOf,
} from '../connector/conversations.ts';
import { asSeenBy, lastMessage, messages } from '../connector/messages.ts';
import { execute, say, submit } from '../connector/people-acting.ts';
import type { Core } from '../core/core.ts';
import { channelsOf, group, groups, membersOf, type User, user } from '../entra/directory.ts';
import { ControlError, existing, understood } from './control-error.ts';

const Said = z.strictObject({ from: z.string(), text: z.string(), thread: z.string().optional() });
const Acted = z.strictObject({
  from: z.string(),
  activityId: z.string(),
  action: z.looseObject({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    verb: z.string().optional(),
    data: z.unknown().optional(),
    id: z.string().optional(),
  }),
  inputs: z.record(z.string(), z.unknown()).default({}),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
  /** When the message that was looked at was written or last changed. */
  seen: z.string().optional(),
});

function shown(core: Core, where: Conversation): Record<string, unknown> {
  const { store } = core;
  const team = where.team_id === null ? undefined : group(store, where.team_id);
  const channel = team && channelsOf(store, team.id).find((one) => one.id === where.channel_id);
  const installed = installation(store, where.bot_id, targetOf(where));
  const place =
    team && channel ? { team: { id: team.id, displayName: team.displayName }, channel } : { userId: where.user_id };
  const last = lastMessage(store, where.id);
  return {
    id: where.id,
    type: where.kind,
    bot: { id: where.bot_id, name: botName(bot(store, where.bot_id)) },
    installed: installed !== undefined,
    blocked: installed?.blocked ?? false,
    ...place,
    ...(last ? { lastMessage: last.activity } : {}),
  };
}

function actor(core: Core, where: Conversation, id: string): User {
  const person = existing(user(core.store, id), `user '${id}'`);
  if (membersIn(core.store, where).some((member) => member.id === person.id)) return person;
  throw new ControlError(400, 'NotAMember', `${person.displayName} is not in this conversation.`);
}

/** Chats and channels as people use them. */
export function chatRoutes(app: Hono, core: Core): void {
  const { store } = core;
  const here = (id: string) => existing(conversation(store, id), `conversation '${id}'`);

  app.get('/api/users/:user/conversations', (c) => {
    const person = existing(user(store, c.req.param('user')), `user '${c.req.param('user')}'`);
    return c.json(
      conversationsOf(store, person.id).map((where) => ({
        ...shown(core, where),
        memberId: memberId(where.bot_id, person.id),
      })),
    );
  });
  app.get('/api/conversations/:id', (c) => c.json(shown(core, here(c.req.param('id')))));
  app.get('/api/conversations/:id/messages', (c) => {
    const where = here(c.req.param('id'));
    const viewer = c.req.query('viewer');
    const all = messages(store, where.id).map((one) => ({
      ...asSeenBy(store, one, viewer),
      threadId: one.thread_id,
      ...(one.updatedAt === null ? {} : { updatedAt: one.updatedAt }),
    }));
    return c.json(all);
  });
  app.post('/api/conversations/:id/messages', async (c) => {
    const where = here(c.req.param('id'));
    const { from, text, thread } = understood(Said, await c.req.json());
    const to = existing(bot(store, where.bot_id), `bot '${where.bot_id}'`);
    const { id, answer } = await say(core, to, where, actor(core, where, from), text, thread);
    return c.json({ id, botAnswered: answer.status, ...(answer.failure ? { failure: answer.failure } : {}) });
  });
  app.post('/api/conversations/:id/actions', async (c) => {
    const where = here(c.req.param('id'));
    const { from, ...pressed } = understood(Acted, await c.req.json());
    const to = existing(bot(store, where.bot_id), `bot '${where.bot_id}'`);
    const work = pressed.action.type === 'Action.Execute' ? execute : submit;
    const { status, body, failure } = await work(core, to, where, actor(core, where, from), pressed);
    return c.json({ status, body, ...(failure ? { failure } : {}) });
  });
  app.get('/api/teams', (c) =>
    c.json(
      groups(store)
        .filter((one) => one.isTeam)
        .map((team) => ({
          id: team.id,
          displayName: team.displayName,
          channels: channelsOf(store, team.id),
          members: membersOf(store, team.id).map((person) => person.id),
        })),
    ),
  );
}
