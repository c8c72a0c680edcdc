/** The list of posts in channels: where each stands and what it said last, so that it can be brought up to date there. */
import { createHash } from 'node:crypto';
import type { CardMessage } from '../chat/messenger.ts';
import type { PostRow } from '../service-stores.ts';
import { type Fields, lines, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

export const POSTS = list(
  'Channel posts',
  'A post of the service in a channel a row. Rows are never changed by hand.',
  [
    text('Team', 'Team'),
    lines('Thread', 'Thread'),
    text('Activity', 'Message'),
    text('Says', 'Fingerprint of what it says'),
    moment('At', 'When'),
  ],
);

export function readPost(row: Row): PostRow {
  return {
    key: row.key(/^[a-z-]+\/./, 'a delivery'),
    team: row.neededText('Team', /^team\/./, 'team/<id>'),
    thread: row.neededText('Thread'),
    activity: row.neededText('Activity'),
    says: row.text('Says'),
    at: row.neededMoment('At'),
  };
}

export const postFields = (row: PostRow): Fields => ({
  Key: row.key,
  Title: row.key.split('/')[0] ?? row.key,
  Team: row.team,
  Thread: row.thread,
  Activity: row.activity,
  Says: row.says,
  At: row.at,
});

/** The same for messages that say the same. */
export function fingerprint({ card, summary }: CardMessage): string {
  return createHash('sha256')
    .update(JSON.stringify([summary, card]))
    .digest('hex')
    .slice(0, 32);
}
