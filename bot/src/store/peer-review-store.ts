/** Keeps agreed peer reviews (M32): one row a school and year, changed only as it was seen. */
import type { PeerReview } from '@owls/policy';
import { agreedFields } from '../peer-review/rows.ts';
import { type AuditEntry, type By, Conflict, type PeerReviewStore } from '../world.ts';
import type { ListReplica } from './replica.ts';
import { Turns } from './turns.ts';
import { type Change, settled, type Writer } from './writer.ts';

interface Parts {
  readonly replica: ListReplica;
  readonly writer: Writer;
  readonly audit: { write(entries: readonly AuditEntry[]): Promise<void> };
  readonly now: () => string;
  readonly refresh: () => Promise<void>;
}

type Agreed = Parameters<PeerReviewStore['agree']>[0][number];

export class PeerReviewRows implements PeerReviewStore {
  readonly #parts: Parts;
  readonly #turns = new Turns();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async agree(agreed: readonly Agreed[], by: By): Promise<void> {
    const { replica, writer, audit, refresh } = this.#parts;
    // One after the other: two that agree whole years at once would else each keep a part.
    await this.#turns.of('agree', async () => {
      const open = agreed.filter((one) => !this.#stands(one));
      if (open.some(({ review, version }) => replica.byKey(review.key)?.version !== version))
        throw new Conflict(undefined);
      const changes = open.map(({ review, school }): Change => {
        const item = replica.byKey(review.key);
        const fields = agreedFields(review, school);
        return item === undefined
          ? { list: 'peerReviews', create: fields }
          : { list: 'peerReviews', item, set: fields };
      });
      const outcomes = (await writer.apply(changes)).map(settled);
      const done = open.filter((_, place) => outcomes[place]?.state === 'done').map(({ review }) => review);
      await audit.write(done.map((review) => this.#entry(review, by)));
      if (done.length === open.length) return;
      await refresh();
      throw new Conflict(
        undefined,
        done.length === 0
          ? 'Somebody agreed this a moment ago.'
          : `Somebody agreed ${open.length - done.length} of these a moment ago. The others are kept.`,
      );
    });
  }

  /** Sent again because its answer was lost: who agreed it and when is the only difference. */
  #stands({ review, school }: Agreed): boolean {
    const { replica, writer } = this.#parts;
    const item = replica.byKey(review.key);
    const { At: _at, By: _by, ...said } = agreedFields(review, school);
    return item !== undefined && writer.holds('peerReviews', item, said);
  }

  #entry({ key, urn, days, lead, reviewers, agreed }: PeerReview, by: By): AuditEntry {
    const to = [days.join(' and '), `led by ${lead}`, `with ${reviewers.join(', ')}`].join('; ');
    const { person, surface } = by;
    const why = agreed?.because ? { why: agreed.because } : {};
    return {
      at: this.#parts.now(),
      person,
      surface,
      action: 'peer-review.agreed',
      school: urn,
      field: key,
      to,
      ...why,
    };
  }
}
