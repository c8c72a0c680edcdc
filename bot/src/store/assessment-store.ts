/** Keeps the outcomes of national assessments and of the baseline, a school's of a year a row (M16, M17). */
import {
  type AssessmentGiven,
  type AssessmentRecord,
  assessmentInWords,
  assessmentName,
  type NationalPolicy,
} from '@owls/policy';
import { type AssessmentId, assessmentFields, assessmentKey } from '../assessments/rows.ts';
import type { AssessmentStore } from '../stores.ts';
import type { By } from '../writes.ts';
import { type KeptParts, KeptRows } from './kept-rows.ts';

interface Parts extends Omit<KeptParts<AssessmentRecord>, 'list'> {
  /** Knows the assessments of every edition. */
  readonly policy: NationalPolicy;
  readonly now: () => string;
  /** ISO date in the trust's time zone. */
  readonly today: () => string;
  /** The half term under which the audit files what is done now. */
  readonly halfTerm: () => string | undefined;
}

export class AssessmentRows implements AssessmentStore {
  readonly #parts: Parts;
  readonly #rows: KeptRows<AssessmentRecord>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#rows = new KeptRows({ ...parts, list: 'assessments' });
  }

  save(given: AssessmentGiven, version: string | undefined, by: By): Promise<AssessmentRecord> {
    const { policy, now, today, halfTerm } = this.#parts;
    const [at, filed] = [now(), halfTerm()];
    const fields = assessmentFields(policy, { ...given, recordedOn: today(), recordedBy: by.person }, at);
    return this.#rows.save(assessmentKey(given), version, fields, ['RecordedOn', 'By', 'At'], (before) => ({
      ...{ at, person: by.person, surface: by.surface, school: given.urn, field: assessmentName(policy, given) },
      action: before === undefined ? 'assessment.recorded' : 'assessment.corrected',
      ...(before === undefined ? {} : { from: assessmentInWords(policy, before) }),
      to: assessmentInWords(policy, given),
      ...(filed === undefined ? {} : { halfTerm: filed }),
    }));
  }

  remove(id: AssessmentId, why: string, version: string, by: By): Promise<void> {
    const { policy, now, halfTerm } = this.#parts;
    const filed = halfTerm();
    return this.#rows.remove(assessmentKey(id), version, (before) => ({
      ...{ at: now(), person: by.person, surface: by.surface, school: id.urn, field: assessmentName(policy, before) },
      ...{ action: 'assessment.taken out', from: assessmentInWords(policy, before), why },
      ...(filed === undefined ? {} : { halfTerm: filed }),
    }));
  }
}
