/** Keeps the summary in the trust's channel true after it was posted (M26). */
import { policyOf } from '@owls/policy';
import { type Messenger, Unreachable } from '../chat/messenger.ts';
import { secondsAfter } from '../delivery/ledger.ts';
import { fingerprint } from '../delivery/post-rows.ts';
import type { PostRow } from '../service-stores.ts';
import type { World } from '../world.ts';
import { summaryCard } from './summary-card.ts';

const KIND = 'category-summary/';

/**
 * Where a school was late, or a category changed since, the newest summary is replaced where it stands: nobody is told
 * twice. Those of earlier half terms stay as they were told. Throws as the messenger does where it is worth another try.
 */
export async function summaryInPlace(world: World, messenger: Messenger): Promise<void> {
  const post = newest(world.posts.all().filter(({ key }) => key.startsWith(KIND)));
  const team = post && world.conversations.get(post.team);
  if (post === undefined || team?.state !== 'installed') return;
  const halfTerm = post.key.slice(KIND.length);
  const message = summaryCard(policyOf(world.policy, halfTerm), world.facts(), halfTerm);
  const says = fingerprint(message);
  if (says === post.says) return;
  try {
    await messenger.update({ ...team, conversationId: post.thread }, post.activity, message);
    world.log.info({ delivery: post.key }, 'the summary was brought up to date in its channel');
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    // Somebody removed the post: what changes later is tried again, this is not.
    world.log.warn({ delivery: post.key, reason: error.reason }, 'the summary is no longer in its channel');
  }
  await world.posts.put({ ...post, says, at: secondsAfter(world.now(), [post.at]) });
}

function newest(posts: readonly PostRow[]): PostRow | undefined {
  return [...posts].sort((one, other) => one.key.localeCompare(other.key)).at(-1);
}
