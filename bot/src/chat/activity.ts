/** What Teams delivers to the bot, as far as the bot reads it. Everything in it is untrusted until parsed. */
import { z } from 'zod';

const Account = z.looseObject({
  id: z.string().min(1),
  aadObjectId: z.string().optional(),
  name: z.string().optional(),
});
const Named = z.looseObject({ id: z.string().min(1), name: z.string().optional() });

export const Activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  from: Account,
  recipient: Account.optional(),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  name: z.string().optional(),
  action: z.string().optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  replyToId: z.string().optional(),
  membersAdded: z.array(Account).optional(),
  membersRemoved: z.array(Account).optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      team: Named.optional(),
      channel: Named.optional(),
      settings: z.looseObject({ selectedChannel: Named.optional() }).optional(),
    })
    .optional(),
});
export type Activity = z.infer<typeof Activity>;

/** The body of an `adaptiveCard/action` invoke. */
export const CardAction = z.looseObject({
  action: z.looseObject({ verb: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
  trigger: z.enum(['manual', 'automatic']).optional(),
});

/** The tenant an activity says it is from, in both places where Teams says it. */
export function tenantsOf(activity: Activity): readonly string[] {
  return [activity.channelData?.tenant?.id, activity.conversation.tenantId].filter((id) => id !== undefined);
}

/** Whether the conversation is the one-to-one chat of a person with the bot. */
export function isPersonal(activity: Activity): boolean {
  return activity.conversation.conversationType === 'personal';
}
