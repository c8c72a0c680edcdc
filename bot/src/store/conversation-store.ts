/** Keeps how people and teams are reached. Every inbound activity comes by here, so only what changed is written. */
import { conversationFields } from '../chat/rows.ts';
import type { ConversationRow, ConversationStore } from '../service-stores.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { Turns } from './turns.ts';
import type { Writer } from './writer.ts';

export class ConversationRows implements ConversationStore {
  readonly #turns = new Turns();
  constructor(
    private readonly projection: Projection<ConversationRow>,
    private readonly replica: ListReplica,
    private readonly writer: Writer,
  ) {}

  get(key: string): ConversationRow | undefined {
    return this.projection.get(key);
  }

  all(): readonly ConversationRow[] {
    return this.projection.values();
  }

  put(row: ConversationRow): Promise<void> {
    return this.#turns.of(row.key, async () => {
      const set = conversationFields(row);
      const item = this.replica.byKey(row.key);
      if (item !== undefined && this.writer.holds('conversations', item, set)) return;
      const outcome = await this.writer.applyOne(
        item === undefined
          ? { list: 'conversations', create: set }
          : { list: 'conversations', item, set, anyway: true },
      );
      if (outcome.state === 'duplicate' && outcome.item !== undefined) {
        await this.writer.applyOne({ list: 'conversations', item: outcome.item, set, anyway: true });
      }
    });
  }
}
