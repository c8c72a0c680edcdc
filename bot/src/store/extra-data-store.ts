/** Keeps the extra data of schools that cause concern, what was asked of one day a row (M19). */
import {
  type ExtraFigures,
  type ExtraFiguresGiven,
  extraDataName,
  extraFiguresInWords,
  type TrustPolicy,
} from '@owls/policy';
import { extraDataFields, extraDataKey } from '../extra-data/rows.ts';
import type { ExtraDataStore } from '../stores.ts';
import type { By } from '../writes.ts';
import { type KeptParts, KeptRows } from './kept-rows.ts';

interface Parts extends Omit<KeptParts<ExtraFigures>, 'list'> {
  /** Knows what every edition asks. */
  readonly policy: TrustPolicy;
  readonly now: () => string;
  /** The half term under which the audit files what is done now. */
  readonly halfTerm: () => string | undefined;
}

export class ExtraDataRows implements ExtraDataStore {
  readonly #parts: Parts;
  readonly #rows: KeptRows<ExtraFigures>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rows = new KeptRows({ ...parts, list: 'extraData' });
  }

  save(given: ExtraFiguresGiven, version: string | undefined, by: By): Promise<ExtraFigures> {
    const { policy, now, halfTerm } = this.#parts;
    const [at, filed] = [now(), halfTerm()];
    const fields = extraDataFields(policy, { ...given, by: by.person, at });
    return this.#rows.save(extraDataKey(given), version, fields, ['By', 'At'], (before) => ({
      ...{ at, person: by.person, surface: by.surface, school: given.urn },
      field: extraDataName(policy, given.item),
      action: before === undefined ? 'extra.given' : 'extra.corrected',
      ...(before === undefined ? {} : { from: extraFiguresInWords(policy, before) }),
      to: extraFiguresInWords(policy, given),
      ...(filed === undefined ? {} : { halfTerm: filed }),
    }));
  }
}
