/** Keeps agreed peer reviews (M32): one row a school and year, changed only as it was seen; steps are ticked one by one. */
import type { PeerReview } from '@owls/policy';
import { agreedFields, stepsWith, withdrawnFields } from '../peer-review/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { PeerReviewStore } from '../stores.ts';
import { type By, Conflict } from '../writes.ts';
import type { Item } from './item.ts';
import type { Fields } from './list-definition.ts';
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

/** Somebody else may have ticked another step a moment before: tried so often before the person is told. */
const TRIES = 4;

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
        if (item === undefined) return { list: 'peerReviews', create: fields };
        // Agreed again after it was withdrawn, it begins anew.
        const anew = isGone(item) ? { Steps: '' } : {};
        return { list: 'peerReviews', item, set: { ...fields, ...anew } };
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

  async withdraw({ key, urn }: PeerReview, because: string, version: string, by: By): Promise<void> {
    const { replica, writer, refresh, now } = this.#parts;
    await this.#turns.of('agree', async () => {
      const item = replica.byKey(key);
      if (item === undefined || isGone(item)) return;
      if (item.version !== version) throw new Conflict(undefined);
      const set = withdrawnFields(because, by.person, now());
      const entry = { ...this.#said('peer-review.withdrawn', { key, urn }, by), why: because };
      const outcome = await writer.applyOne({ list: 'peerReviews', item, set }, [entry]);
      if (outcome.state === 'done') return;
      await refresh();
      throw new Conflict(undefined);
    });
  }

  async tick({ key, urn }: PeerReview, step: string, on: string | undefined, by: By): Promise<void> {
    const { replica, writer } = this.#parts;
    const said = this.#said(
      on === undefined ? 'peer-review.step taken back' : 'peer-review.step done',
      { key, urn },
      by,
    );
    await this.#turns.of(key, async () => {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const item = replica.byKey(key);
        if (item === undefined || isGone(item)) break;
        const set = this.#ticked(item, step, on, by.person);
        if (set === undefined || writer.holds('peerReviews', item, set)) return;
        const outcome = await writer.applyOne({ list: 'peerReviews', item, set }, [{ ...said, to: step }]);
        if (outcome.state === 'done') return;
      }
      throw new Conflict(undefined, 'Somebody changed this review a moment ago: look at it again.');
    });
  }

  /** Undefined where it is ticked already: the first to do so stays. */
  #ticked(item: Item, step: string, on: string | undefined, by: string): Fields | undefined {
    const column = item.fields.Steps;
    if (on === undefined) return stepsWith(column, step, undefined);
    const isTicked = stepsWith(column, step, undefined).Steps !== stepsWith(column, '', undefined).Steps;
    return isTicked ? undefined : stepsWith(column, step, { by, on });
  }

  /** Sent again because its answer was lost: who agreed it and when is the only difference. */
  #stands({ review, school }: Agreed): boolean {
    const { replica, writer } = this.#parts;
    const item = replica.byKey(review.key);
    const { At: _at, By: _by, ...said } = agreedFields(review, school);
    return item !== undefined && writer.holds('peerReviews', item, said);
  }

  #entry(review: PeerReview, by: By): AuditEntry {
    const { days, lead, reviewers, agreed } = review;
    const to = [days.join(' and '), `led by ${lead}`, `with ${reviewers.join(', ')}`].join('; ');
    const why = agreed?.because ? { why: agreed.because } : {};
    return { ...this.#said('peer-review.agreed', review, by), to, ...why };
  }

  #said(action: string, { key, urn }: Pick<PeerReview, 'key' | 'urn'>, { person, surface }: By): AuditEntry {
    return { at: this.#parts.now(), person, surface, action, school: urn, field: key };
  }
}

const isGone = ({ fields }: Item): boolean => typeof fields.Withdrawn === 'string' && fields.Withdrawn !== '';
