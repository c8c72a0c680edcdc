/** Keeps where the service posted in channels. */
import { postFields } from '../delivery/post-rows.ts';
import type { PostRow, PostStore } from '../service-stores.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import type { Writer } from './writer.ts';

export class PostRows implements PostStore {
  constructor(
    private readonly projection: Projection<PostRow>,
    private readonly replica: ListReplica,
    private readonly writer: Writer,
  ) {}

  all(): readonly PostRow[] {
    return this.projection.values();
  }

  async put(row: PostRow): Promise<void> {
    const set = postFields(row);
    const item = this.replica.byKey(row.key);
    const outcome = await this.writer.applyOne(
      item === undefined ? { list: 'posts', create: set } : { list: 'posts', item, set, anyway: true },
    );
    if (outcome.state === 'duplicate' && outcome.item !== undefined)
      await this.writer.applyOne({ list: 'posts', item: outcome.item, set, anyway: true });
  }
}
