// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { ceoOf, holdersOf } from '../access/roles.ts';
import { dateAt, halfTermLabel, instantAt } from '../calendar/academic-calendar.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { HalfTerm } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { belongs } from '../trust/belonging.ts';
import type { Person } from '../trust/people.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Asked, SCHOOL_DAY_ENDS } from './asked.ts';
import { checksDue } from './checks-due.ts';
import { reviewAsks } from './review-asks.ts';
import { type Visit, visitKey } from './visit.ts';
import type { VisitRecords } from './visit-records.ts';
import { visitorsOf } from './visitors-of.ts';
import type { VisitsPolicy } from './visits-policy.ts';

/** What a half term still misses: days agreed for visits, the visits themselves, checks, reviews (M29, M31, M39). */
export function missingAsks(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  records: VisitRecords,
  schools: readonly School[],
  halfTerm: HalfTerm,
): readonly Asked[] {
  const lastCall = onSchoolDay(policy, halfTerm.to, own.asks.lastCall, halfTerm.to);
  const visitOf = ({ urn }: School) => records.visits.find(({ key }) => key === visitKey(halfTerm.id, urn));
  return [
    ...days(
      policy,
      own,
      facts,
      schools.filter((school) => !visitOf(school)),
      halfTerm,
    ),
    ...schools.flatMap((school) => {
      const called = dateAt(policy, lastCall);
      const visit = visitOf(school);
      // A school that joins after the last call has no time for a visit left, and one agreed for later is no gap yet.
      if (!belongs(school, called) || (visit && !visit.held && visit.planned >= called)) return [];
      return [
        ...missingVisit(policy, facts, school, halfTerm, visit, lastCall),
        ...missingChecks(policy, own, facts, records, school, halfTerm, lastCall),
      ];
    }),
    ...reviewAsks(policy, own, { ...facts, schools }, records, halfTerm, lastCall),
  ];
}

const over = (policy: TrustPolicy, { to }: HalfTerm) => instantAt(policy, shifted(to, 1), '00:00');

function days(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  open: readonly School[],
  halfTerm: HalfTerm,
): readonly Asked[] {
  if (open.length === 0) return [];
  return [
    {
      key: `visit-days/${halfTerm.id}`,
      rule: 'M29',
      people: [planner(facts)],
      title: `Agree the days of the core visits in ${halfTermLabel(halfTerm.id)}`,
      since: onSchoolDay(policy, halfTerm.from, own.asks.agree, halfTerm.to),
      by: onSchoolDay(policy, halfTerm.to, own.asks.lastCall, halfTerm.to),
      until: over(policy, halfTerm),
      because: `No day is agreed for ${open.map(({ name }) => name).join(', ')}.`,
      otherwise: 'A school goes without its visit of the half term.',
    },
  ];
}

/** Who sees to it that visits take place: the CEO, or a head leader while there is none. */
function planner(facts: Facts): Person | undefined {
  return ceoOf(facts) ?? holdersOf(facts, 'head-leader')[0];
}

function missingVisit(
  policy: TrustPolicy,
  facts: Facts,
  { urn, name }: School,
  halfTerm: HalfTerm,
  visit: Visit | undefined,
  since: Temporal.Instant,
): readonly Asked[] {
  if (visit?.held) return [];
  return [
    {
      key: `visit-missing/${halfTerm.id}/${urn}`,
      rule: 'M29',
      people: [planner(facts)],
      title: `See that ${name} is visited in ${halfTermLabel(halfTerm.id)}`,
      urn,
      since,
      by: instantAt(policy, halfTerm.to, SCHOOL_DAY_ENDS),
      until: over(policy, halfTerm),
      because: visit
        ? `Its visit was agreed for ${visit.planned} and isn't recorded.`
        : `The half term ends on ${halfTerm.to} and no visit is agreed.`,
      otherwise: 'The school has one of its visits of the year less.',
    },
  ];
}

/** Checks whose window ends with the half term. */
function missingChecks(
  policy: TrustPolicy,
  own: VisitsPolicy,
  facts: Facts,
  { visits }: VisitRecords,
  { urn, name }: School,
  halfTerm: HalfTerm,
  since: Temporal.Instant,
): readonly Asked[] {
  const ending = checksDue(policy, own, halfTerm.id, urn, visits).filter(({ windows }) =>
    windows.some((window) => window.includes(halfTerm.name) && endsWith(policy, halfTerm, window)),
  );
  if (ending.length === 0) return [];
  return [
    {
      key: `visit-checks/${halfTerm.id}/${urn}`,
      rule: 'M31',
      people: visitorsOf(own, facts, urn).visitors.slice(0, 1),
      title: `Make the checks still missing at ${name}`,
      urn,
      since,
      by: instantAt(policy, halfTerm.to, SCHOOL_DAY_ENDS),
      until: over(policy, halfTerm),
      because: `No visit has recorded: ${ending.map((check) => check.name).join(', ')}.`,
      otherwise: 'They stay on the agenda of the next visit, late.',
    },
  ];
}

/** Whether no later half term of the year is in the window. */
function endsWith(policy: TrustPolicy, halfTerm: HalfTerm, window: readonly string[]): boolean {
  return !policy.calendar.years
    .find(({ year }) => year === halfTerm.year)
    ?.halfTerms.some(({ name, from }) => window.includes(name) && from > halfTerm.from);
}
