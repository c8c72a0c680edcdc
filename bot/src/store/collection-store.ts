/** Keeps the log of what was done about collections: rows are only added. */
import type { CollectionStep } from '@owls/policy';
import { stepFields } from '../collection/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { CollectionStore } from '../stores.ts';
import type { By } from '../writes.ts';
import { ulid } from './ulid.ts';
import { settled, type Writer } from './writer.ts';

export class CollectionRows implements CollectionStore {
  readonly #writer: Writer;
  readonly #now: () => string;

  constructor(writer: Writer, now: () => string) {
    this.#writer = writer;
    this.#now = now;
  }

  async add(steps: readonly Omit<CollectionStep, 'id' | 'by' | 'at'>[], by: By): Promise<void> {
    const at = this.#now();
    const made = steps.map((step): CollectionStep => ({ ...step, id: ulid(Date.parse(at)), by: by.person, at }));
    const outcomes = await this.#writer.apply(
      made.map((step) => ({ list: 'collectionSteps' as const, create: stepFields(step) })),
      made.map((step) => entryOf(step, by)),
    );
    for (const outcome of outcomes) settled(outcome);
  }
}

function entryOf({ step, halfTerm, urn, note, at }: CollectionStep, { person, surface }: By): AuditEntry {
  return {
    ...{ at, person, surface, halfTerm, action: `collection.${step.replaceAll(' ', '-')}` },
    ...(urn === undefined ? {} : { school: urn }),
    ...(note === '' ? {} : { why: note }),
  };
}
