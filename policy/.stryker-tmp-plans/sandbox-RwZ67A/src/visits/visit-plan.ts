// @ts-nocheck
import { halfTermLabel, halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear, HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import { belongs, byName } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { lengthOf } from './length-of.ts';
import { type Visit, visitKey } from './visit.ts';
import { datesOf, type MeetingDay, meetingDays, schoolDays, type Wanted } from './visit-days.ts';
import { visitorsOf } from './visitors-of.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** A visit as it is proposed. */
export interface PlannedVisit {
  /** See `visitKey`. */
  readonly key: string;
  readonly urn: string;
  readonly halfTerm: HalfTermId;
  /** ISO date, a school day. */
  readonly date: string;
  /** Wall-clock time in the trust's time zone. */
  readonly starts: string;
  readonly minutes: number;
  /** Person ids, the leading visitor first. */
  readonly visitors: readonly string[];
  readonly why: Why;
}

/** A visit for which no day was found. */
export interface UnplacedVisit {
  readonly key: string;
  readonly urn: string;
  readonly halfTerm: HalfTermId;
  readonly why: Why;
}

export interface VisitPlan {
  readonly visits: readonly PlannedVisit[];
  readonly unplaced: readonly UnplacedVisit[];
}

/**
 * The core visits of an academic year (M29): one a half term for each school that belongs to the trust in it, on a
 * school day, spread evenly over the half term, no visitor on two visits in a day. Schools keep their order from half
 * term to half term, so that about as much time lies between any two visits to a school. Days on which a visitor has a
 * meeting of the trust, and the days the policy keeps free, are used only where the others aren't enough.
 *
 * Visits on record keep their day and visitors. What finds no day is in `unplaced`, with why. The same input gives the
 * same plan, whatever the order of its lists; a year without dates in the policy gives none.
 */
export function visitPlan(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  year: AcademicYear,
  recorded: readonly Visit[] = [],
): VisitPlan {
  const meetings = meetingDays(policy, facts, year);
  const parts = halfTerms(policy)
    .filter((halfTerm) => halfTerm.year === year)
    .map((halfTerm) => ofHalfTerm(policy, own, facts, halfTerm, recorded, meetings));
  return { visits: parts.flatMap(({ visits }) => visits), unplaced: parts.flatMap(({ unplaced }) => unplaced) };
}

function ofHalfTerm(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  halfTerm: HalfTerm,
  recorded: readonly Visit[],
  meetings: readonly MeetingDay[],
): VisitPlan {
  const days = schoolDays(policy, halfTerm);
  const all: readonly Wanted[] = facts.schools
    .filter((school) => days.some((day) => belongs(school, day)))
    .sort(byName)
    .map((school) => {
      const { visitors, why } = visitorsOf(own, facts, school.urn);
      const record = recorded.find(({ key }) => key === visitKey(halfTerm.id, school.urn));
      const ids = record?.visitors ?? visitors.map(({ id }) => id);
      // A visit agreed for a day on which the school won't belong any more is planned anew.
      const agreed = record?.held ?? (record && belongs(school, record.planned) ? record.planned : undefined);
      return { school, visitors: ids, why, agreed };
    });
  const wanted = all.filter(({ visitors }) => visitors.length > 0);
  const dates = datesOf(own, wanted, days, meetings);
  const of = ({ school }: Wanted) => ({
    key: visitKey(halfTerm.id, school.urn),
    urn: school.urn,
    halfTerm: halfTerm.id,
  });
  return {
    visits: wanted
      .flatMap((one) => {
        const date = dates.get(one);
        if (date === undefined) return [];
        const length = lengthOf(policy, own, facts, halfTerm.id, one.school.urn);
        const when = one.agreed
          ? `The day is agreed: ${date}.`
          : `${wanted.length} visits are spread over the school days of ${halfTermLabel(halfTerm.id)}.`;
        const because = [...length.why.because, ...one.why.because, when];
        const why = { rule: 'M29', because, wouldChange: 'Agree another day with the school and record it.' };
        const { visitors } = one;
        return [{ ...of(one), date, starts: own.starts, minutes: length.minutes, visitors, why }];
      })
      .sort((one, other) => (one.date < other.date ? -1 : 1)),
    unplaced: all
      .filter((one) => !dates.has(one))
      .map((one) => ({ ...of(one), why: one.visitors.length > 0 ? noDay(wanted, days, halfTerm) : one.why })),
  };
}

function noDay(wanted: readonly Wanted[], days: readonly string[], halfTerm: HalfTerm): Why {
  return {
    rule: 'M29',
    because: [
      `${halfTermLabel(halfTerm.id)} has ${days.length} school days for ${wanted.length} visits.`,
      'No day is left on which its visitors are free and the school belongs to the trust.',
    ],
    wouldChange: 'Let more people visit, or move a visit that is agreed.',
  };
}
