/** Keeps what others saw of schools from outside, a row each (M28). */
import { type Inspection, type InspectionGiven, type InspectionsPolicy, inspectionInWords } from '@owls/policy';
import { inspectionFields } from '../inspections/rows.ts';
import type { AuditEntry } from '../service-stores.ts';
import type { InspectionStore } from '../stores.ts';
import { type By, Conflict } from '../writes.ts';
import { type KeptParts, KeptRows } from './kept-rows.ts';

interface Parts extends Omit<KeptParts<Inspection>, 'list'> {
  /** Knows the frameworks of every edition. */
  readonly policy: InspectionsPolicy;
  readonly now: () => string;
  /** The half term under which the audit files what is done now. */
  readonly halfTerm: () => string | undefined;
}

export class InspectionRows implements InspectionStore {
  readonly #parts: Parts;
  readonly #rows: KeptRows<Inspection>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rows = new KeptRows({ ...parts, list: 'inspections' });
  }

  async save(given: InspectionGiven, version: string | undefined, by: By): Promise<Inspection> {
    const { policy, now, projection } = this.#parts;
    const there = projection.get(given.id);
    // An id of another school's record is somebody's mistake or worse.
    if (there !== undefined && there.urn !== given.urn) throw new Conflict(undefined);
    const fields = inspectionFields(policy, { ...given, by: by.person, at: now() });
    return this.#rows.save(given.id, version, fields, ['By', 'At'], (before) => ({
      ...this.#entry(before === undefined ? 'inspection.recorded' : 'inspection.corrected', given.urn, by),
      ...(before === undefined ? {} : { from: inspectionInWords(policy, before) }),
      to: inspectionInWords(policy, given),
    }));
  }

  remove(id: string, version: string, by: By): Promise<void> {
    return this.#rows.remove(id, version, (before) => ({
      ...this.#entry('inspection.taken out', before.urn, by),
      from: inspectionInWords(this.#parts.policy, before),
    }));
  }

  #entry(action: string, school: string, { person, surface }: By): AuditEntry {
    const halfTerm = this.#parts.halfTerm();
    return {
      ...{ at: this.#parts.now(), person, surface, action, school, field: 'inspection' },
      ...(halfTerm === undefined ? {} : { halfTerm }),
    };
  }
}
