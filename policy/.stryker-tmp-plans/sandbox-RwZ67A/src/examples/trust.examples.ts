/** A made-up trust that tests of every topic share: three primaries, an infant and a junior school, in two clusters. */
// @ts-nocheck


import { Temporal } from 'temporal-polyfill';
import type { HalfTermId } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { measuresOfYear, schoolMeasures, yearsAsked } from '../soap/measures.ts';
import type { SoapReturn } from '../soap/return.ts';
import type { Person, Role, Scope } from '../trust/people.ts';
import { type School, YEAR_GROUPS } from '../trust/school.ts';

export const AUTUMN_1 = '2026-27/autumn-1';
export const AUTUMN_2 = '2026-27/autumn-2';

/** A moment in London's wall-clock time, for example `at('2026-11-30T08:00')`. */
export function at(wallClock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(OWLS.trust.timeZone).toInstant();
}

const primary = YEAR_GROUPS.slice(1, 8);
const thirtyEach = Object.fromEntries(primary.map((year) => [year, 30]));

/** A primary school of seven classes of thirty, Good, unless told otherwise. */
export function school(urn: string, name: string, other: Partial<School> = {}): School {
  return {
    urn,
    name,
    phase: 'primary',
    years: primary,
    pupils: thirtyEach,
    cluster: 'North',
    governance: 'LGB',
    ofsted: { grade: 2, on: '2023-05-10' },
    sponsored: false,
    ...other,
  };
}

export const ASH = school('100001', 'Ash Tree Primary School');
export const BROOK = school('100002', 'Brookside Infant School', {
  phase: 'infant',
  years: YEAR_GROUPS.slice(1, 4),
  pupils: { R: 60, Y1: 60, Y2: 58 },
});
export const CEDAR = school('100003', 'Cedar Junior School', {
  phase: 'junior',
  years: YEAR_GROUPS.slice(4, 8),
  pupils: { Y3: 60, Y4: 60, Y5: 61, Y6: 59 },
  cluster: 'South',
});
export const DALE = school('100004', 'Dale Village Primary School', {
  cluster: 'South',
  pupils: { R: 4, Y1: 8, Y2: 5, Y3: 9, Y4: 7, Y5: 8, Y6: 10 },
  ofsted: { grade: 3 },
});

export function person(id: string, name: string, ...roles: readonly (readonly [Role, Scope])[]): Person {
  return {
    id,
    name,
    email: `${id}@example.org`,
    roles: roles.map(([role, scope]) => ({ role, scope })),
  };
}
export const trust: Scope = { kind: 'trust' };
export const ofSchool = (urn: string): Scope => ({ kind: 'school', urn });
export const ofCluster = (cluster: string): Scope => ({ kind: 'cluster', cluster });

export const CEO = person('p-ceo', 'Rowan Ellery', ['ceo', trust]);
const HEAD_LEADER = person('p-leader', 'Imogen Vale', ['head-leader', ofCluster('North')]);
export const CLUSTER_NORTH = person('p-north', 'Tomas Arden', ['cluster-leader', ofCluster('North')]);
export const CLUSTER_SOUTH = person('p-south', 'Priya Lowe', ['cluster-leader', ofCluster('South')]);
export const HEAD_ASH = person('p-ash', 'Harriet Coombe', ['head', ofSchool(ASH.urn)], ['advisory-head', trust]);
export const HEAD_BROOK = person('p-brook', 'Daniel Osei', ['head', ofSchool(BROOK.urn)]);
/** One person who heads two schools. */
export const HEAD_TWO = person('p-two', 'Mary Kettle', ['head', ofSchool(CEDAR.urn)], ['head', ofSchool(DALE.urn)]);

export const SCHOOLS = [ASH, BROOK, CEDAR, DALE];
export const PEOPLE = [CEO, HEAD_LEADER, CLUSTER_NORTH, CLUSTER_SOUTH, HEAD_ASH, HEAD_BROOK, HEAD_TWO];

/** The made-up trust with nothing returned or judged yet, changed as told. */
export function facts(other: Partial<Facts> = {}): Facts {
  return {
    schools: SCHOOLS,
    people: PEOPLE,
    returns: [],
    drafts: [],
    judgements: [],
    meetings: [],
    results: [],
    delivered: new Set(),
    ...other,
  };
}

/** A complete return: every measure of every year group at `level` %, sound whole-school figures, a comment. */
export function soapReturn(of: School, halfTerm: HalfTermId, level = 70, other: Partial<SoapReturn> = {}): SoapReturn {
  return {
    urn: of.urn,
    halfTerm,
    revision: 1,
    cohorts: yearsAsked(OWLS, of).map((year) => ({
      year,
      pupils: of.pupils[year] ?? 0,
      figures: Object.fromEntries(measuresOfYear(OWLS, year).map(({ key }) => [key, level])),
    })),
    school: {
      ...Object.fromEntries(schoolMeasures(OWLS).map(({ key }) => [key, 0])),
      teachingGood: 90,
      attendance: 95.5,
    },
    comment: 'A steady half term.',
    nextSteps: 'Keep the reading lessons as they are.',
    submittedAt: '2026-12-07T10:00:00Z',
    submittedBy: `head-of-${of.urn}`,
    ...other,
  };
}
