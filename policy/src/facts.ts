import type { Judgement } from './categorisation/judgement.ts';
import type { PublishedResult } from './imports/published-result.ts';
import type { RecordedMeeting } from './meetings/meeting.ts';
import type { StrategyRecords } from './records.ts';
import type { SoapDraft, SoapReturn } from './soap/return.ts';
import type { Person } from './trust/people.ts';
import type { School } from './trust/school.ts';

/**
 * Everything recorded so far, as plain readonly data. Only committed revisions stand in `returns`.
 * A list that changes is replaced by a new array, never changed in place: indexes over it are kept by its identity.
 */
export interface Facts {
  readonly schools: readonly School[];
  readonly people: readonly Person[];
  /** All submitted revisions, any order. */
  readonly returns: readonly SoapReturn[];
  readonly drafts: readonly SoapDraft[];
  readonly judgements: readonly Judgement[];
  readonly meetings: readonly RecordedMeeting[];
  readonly results: readonly PublishedResult[];
  /** What the topics beside returns, categories and the year's meetings have on record; a topic the trust keeps none of is absent. */
  readonly records?: Partial<StrategyRecords>;
  /** Keys of duties that were done, are being done, or will not be tried again. */
  readonly delivered: ReadonlySet<string>;
}
