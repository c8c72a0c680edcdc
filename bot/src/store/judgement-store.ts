/** Keeps the categorisation round's judgements: one row a school and half term, proposed and validated in turn (M25). */
import type { CategoryCode, HalfTermId, Judgement, JudgementPart } from '@owls/policy';
import {
  judgementFields,
  judgementKey,
  NO_PROPOSAL,
  NO_VALIDATION,
  proposalFields,
  validationFields,
} from '../categorisation/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { JudgementStore } from '../stores.ts';
import { type By, Conflict } from '../writes.ts';
import type { Fields } from './list-definition.ts';
import type { Projection } from './projection.ts';
import type { ListReplica } from './replica.ts';
import { Turns } from './turns.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly projection: Projection<Judgement>;
  readonly replica: ListReplica;
  readonly writer: Writer;
  readonly now: () => string;
  readonly refresh: () => Promise<void>;
}

export class JudgementRows implements JudgementStore {
  readonly #parts: Parts;
  readonly #turns = new Turns();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  propose(
    urn: string,
    halfTerm: HalfTermId,
    category: CategoryCode,
    because: string,
    version: string | undefined,
    by: By,
  ): Promise<Judgement> {
    const at = this.#parts.now();
    const isSo = ({ proposed }: Judgement): boolean =>
      proposed?.category === category && proposed.because === because && proposed.by === by.person;
    return this.#change(
      urn,
      halfTerm,
      version,
      isSo,
      proposalFields({ category, because, by: by.person, at }),
      (before) => ({
        ...{ at, person: by.person, surface: by.surface, school: urn, halfTerm, action: 'category.proposed' },
        ...{ field: 'proposed', from: before?.proposed?.category ?? '', to: category, why: because },
      }),
    );
  }

  validate(
    urn: string,
    halfTerm: HalfTermId,
    category: CategoryCode,
    why: string | undefined,
    version: string | undefined,
    by: By,
  ): Promise<Judgement> {
    const at = this.#parts.now();
    const isSo = ({ validated }: Judgement): boolean =>
      validated?.category === category && (validated.why ?? '') === (why ?? '') && validated.by === by.person;
    const given = { category, by: by.person, at, ...(why === undefined ? {} : { why }) };
    return this.#change(urn, halfTerm, version, isSo, validationFields(given), (before) => ({
      ...{ at, person: by.person, surface: by.surface, school: urn, halfTerm, action: 'category.validated' },
      ...{ field: 'validated', from: before?.validated?.category ?? before?.proposed?.category ?? '', to: category },
      ...(why === undefined ? {} : { why }),
    }));
  }

  takeBack(
    part: JudgementPart,
    urn: string,
    halfTerm: HalfTermId,
    version: string | undefined,
    by: By,
  ): Promise<Judgement> {
    const at = this.#parts.now();
    const field = part === 'proposal' ? 'proposed' : 'validated';
    return this.#change(
      urn,
      halfTerm,
      version,
      (judgement) => judgement[field] === undefined,
      part === 'proposal' ? NO_PROPOSAL : NO_VALIDATION,
      (before) => ({
        ...{ at, person: by.person, surface: by.surface, school: urn, halfTerm, action: `category.${part} taken back` },
        ...{ field, from: before?.[field]?.category ?? '' },
      }),
    );
  }

  /** Sets fields of the school's row, or makes the row. Throws Conflict with the judgement that stands there. */
  #change(
    urn: string,
    halfTerm: HalfTermId,
    version: string | undefined,
    isSo: (judgement: Judgement) => boolean,
    fields: Fields,
    entry: (before: Judgement | undefined) => AuditEntry,
  ): Promise<Judgement> {
    const key = judgementKey(halfTerm, urn);
    const { projection, replica, writer, refresh } = this.#parts;
    return this.#turns.of(key, async () => {
      if (replica.byKey(key)?.version !== version) await refresh();
      const item = replica.byKey(key);
      const before = projection.get(key);
      if (before !== undefined && isSo(before)) return before;
      if (item?.version !== version && !(item === undefined && version === undefined)) {
        throw new Conflict(before ?? { urn, halfTerm });
      }
      const outcome = await writer.applyOne(
        item === undefined
          ? { list: 'categorisations', create: { ...judgementFields(urn, halfTerm), ...fields } }
          : { list: 'categorisations', item, set: fields },
        [entry(before)],
      );
      if (outcome.state !== 'done') await refresh();
      const after = projection.get(key);
      if (after === undefined) throw new Conflict<Judgement>({ urn, halfTerm });
      if (outcome.state !== 'done' && !isSo(after)) throw new Conflict(after);
      return after;
    });
  }
}
