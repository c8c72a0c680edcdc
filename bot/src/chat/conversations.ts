/** Where people and teams are reached, kept current from what Teams delivers. */
import type { ConversationRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { type Activity, isPersonal } from './activity.ts';

/** The key of the conversation an activity belongs to: the person's own id, or the team's; undefined for a group chat. */
export function conversationKey(activity: Activity): string | undefined {
  if (isPersonal(activity)) return activity.from.aadObjectId?.toLowerCase();
  const team = activity.channelData?.team?.id;
  return team ? `team/${team}` : undefined;
}

/** Notes that the app is there. Answers whether it was not before. */
export async function installed(activity: Activity, conversations: World['conversations']): Promise<boolean> {
  const key = conversationKey(activity);
  if (!key) return false;
  const known = conversations.get(key);
  const isNew = known?.state !== 'installed';
  await conversations.put({
    key,
    conversationId: known && !isNew ? known.conversationId : conversationId(activity),
    serviceUrl: activity.serviceUrl,
    state: 'installed',
  });
  return isNew;
}

/** Notes that the app was taken away: nothing is sent there any more. */
export async function removed(activity: Activity, conversations: World['conversations']): Promise<void> {
  const key = conversationKey(activity);
  const known = key ? conversations.get(key) : undefined;
  if (known) await conversations.put({ ...known, state: 'removed' });
}

/** Follows Teams when it moves: somebody who writes is there, and is reached where this came from. */
export async function heardFrom(activity: Activity, conversations: World['conversations']): Promise<void> {
  const key = conversationKey(activity);
  if (!key) return;
  const known = conversations.get(key);
  const row: ConversationRow = {
    key,
    // A channel stays the one the app was installed in, wherever in the team somebody speaks.
    conversationId: isPersonal(activity) || !known ? conversationId(activity) : known.conversationId,
    serviceUrl: activity.serviceUrl,
    state: 'installed',
  };
  const same =
    known?.conversationId === row.conversationId && known.serviceUrl === row.serviceUrl && known.state === row.state;
  if (!same) await conversations.put(row);
}

/** A person's chat; for a team the channel chosen at installation, else the one this came from, without its thread. */
function conversationId(activity: Activity): string {
  if (isPersonal(activity)) return activity.conversation.id;
  const { settings, channel } = activity.channelData ?? {};
  return settings?.selectedChannel?.id ?? channel?.id ?? activity.conversation.id.replace(/;messageid=.*$/, '');
}
