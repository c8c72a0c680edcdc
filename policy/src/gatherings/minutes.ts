import type { Temporal } from 'temporal-polyfill';
import { instantAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ArrangedGathering } from './gathering.ts';

/** What a gathering came to: a row, by the gathering's key. */
export type Minutes =
  | {
      readonly gathering: string;
      readonly state: 'held';
      /** ISO date it took place. */
      readonly on: string;
      /** Person ids of those who came (M11: that the trust was there). */
      readonly attended: readonly string[];
      readonly decisions: readonly string[];
      /** The partnership priorities agreed for the year (M6). */
      readonly priorities: readonly string[];
      readonly developmentAreas: readonly string[];
      readonly by: string;
      readonly at: string;
    }
  | {
      readonly gathering: string;
      readonly state: 'not held';
      /** Why not, in the recorder's words. */
      readonly because: string;
      readonly by: string;
      readonly at: string;
    };

type Given =
  | Pick<Extract<Minutes, { state: 'held' }>, 'state' | 'attended' | 'decisions' | 'priorities' | 'developmentAreas'>
  | Pick<Extract<Minutes, { state: 'not held' }>, 'state' | 'because'>;

export type Minuted =
  | { readonly ok: true; readonly minutes: Minutes }
  | { readonly ok: false; readonly says: string; readonly why: Why };

/**
 * Minutes of a gathering as they can be kept. Refused before it has begun, where nobody is named who came, and where it
 * was not held and no reason is given.
 */
export function minuted(
  policy: TrustPolicy,
  gathering: Pick<ArrangedGathering, 'key' | 'rule' | 'title' | 'start'>,
  given: Given,
  by: string,
  now: Temporal.Instant,
): Minuted {
  const starts = instantAt(policy, gathering.start.slice(0, 10), gathering.start.slice(11));
  const refuse = (says: string, because: string): Minuted => ({
    ok: false,
    says,
    why: { rule: gathering.rule, because: [because], wouldChange: says },
  });
  const record = { gathering: gathering.key, by, at: now.toString() };
  if (given.state === 'not held') {
    if (given.because.trim() === '') return refuse('Say why it was not held.', 'A reason is missing.');
    return { ok: true, minutes: { ...record, ...given, because: given.because.trim() } };
  }
  if (now.epochMilliseconds < starts.epochMilliseconds) {
    return refuse('Record it after it has begun.', `${gathering.title} begins on ${dayInWords(gathering.start)}.`);
  }
  if (given.attended.length === 0) return refuse('Name who came.', 'Nobody is named who was there.');
  return { ok: true, minutes: { ...record, ...given, on: gathering.start.slice(0, 10) } };
}

/** Partnership priorities agreed for a year (M6), in the order they were recorded: for every agenda of that year. */
export function prioritiesOf(
  gatherings: readonly Pick<ArrangedGathering, 'key' | 'rule' | 'year'>[],
  minutes: readonly Minutes[],
  year: AcademicYear,
): readonly string[] {
  const keys = new Set(gatherings.filter((one) => one.rule === 'M6' && one.year === year).map(({ key }) => key));
  return minutes.flatMap((one) => (one.state === 'held' && keys.has(one.gathering) ? one.priorities : []));
}
