// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import { belongs } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { cadence, summer } from './cadence.ts';
import type { GatheringFacts } from './gathering.ts';
import type { GatheringDefinition, GatheringsPolicy } from './gatherings-policy.ts';
import type { Whose } from './invitations.ts';
import { governorsOfTerm, schoolsOfHalfTerm, schoolsOfTerm } from './school-demand.ts';
import { type Day, schoolDaysOf, type Term, termsOf, through } from './terms.ts';

/** A meeting the policy asks for, before it has its slot. */
export interface Demand {
  readonly key: string;
  readonly definition: GatheringDefinition;
  /** Its place among the same meetings of the same school or cluster in the year (M8: in the half term), from 1. */
  readonly number: number;
  readonly whose: Whose;
  /** The days it may take place on, in order. */
  readonly days: readonly Day[];
  /** The place among `days` of the day wanted. */
  readonly wanted: number;
  readonly because: readonly string[];
}

/** Every meeting the policy asks for in an academic year (M6-M12); none where it has no dates for the year. */
export function demandsOf(
  policy: TrustPolicy,
  own: Pick<GatheringsPolicy, 'gatherings'>,
  facts: GatheringFacts,
  year: AcademicYear,
): readonly Demand[] {
  const terms = termsOf(policy, year).map((term) => ({ term, days: schoolDaysOf(policy, term.halfTerms) }));
  return own.gatherings.flatMap((definition): readonly Demand[] => {
    if (definition.rhythm === 'summer break') return summer(policy, definition, year);
    if (definition.rhythm === 'every weeks') return cadence(policy, definition, year);
    return terms
      .filter(({ term }) => definition.terms?.includes(term.name) ?? true)
      .flatMap(({ term, days }, place) => ofTerm(policy, definition, facts, { year, term, days, number: place + 1 }));
  });
}

/** The term a meeting is asked of. */
export interface Asked {
  readonly year: AcademicYear;
  readonly term: Term;
  /** Its school days. */
  readonly days: readonly Day[];
  /** 1 for the first term of the year. */
  readonly number: number;
}

type Termly = Exclude<GatheringDefinition, { rhythm: 'summer break' | 'every weeks' }>;

function ofTerm(policy: TrustPolicy, definition: Termly, facts: GatheringFacts, asked: Asked): readonly Demand[] {
  switch (definition.rhythm) {
    case 'trust termly':
      return [ofTrust(definition, asked)];
    case 'cluster termly':
      return ofClusters(definition, facts, asked);
    case 'school termly':
      return schoolsOfTerm(definition, facts, asked);
    case 'governors termly':
      return governorsOfTerm(policy, definition, facts, asked);
    case 'school half-termly':
      return asked.term.halfTerms.flatMap((halfTerm) => schoolsOfHalfTerm(policy, definition, facts, halfTerm));
  }
}

function ofTrust(definition: Extract<Termly, { rhythm: 'trust termly' }>, { year, term, days, number }: Asked): Demand {
  return {
    key: `${definition.kind}/${year}/${term.name}`,
    definition,
    number,
    whose: {},
    days,
    wanted: through(days, definition.weekdays, definition.through / 100),
    because: [`It is held once a term, about ${definition.through}% through it.`],
  };
}

function ofClusters(
  definition: Extract<Termly, { rhythm: 'cluster termly' }>,
  { schools }: GatheringFacts,
  { year, term, days, number }: Asked,
): readonly Demand[] {
  const clusters = [...new Set(schools.map(({ cluster }) => cluster))].filter((name) => name !== '').sort();
  const open = clusters
    .map((cluster) => {
      const mine = schools.filter((school) => school.cluster === cluster);
      return { cluster, days: days.filter(({ date }) => mine.some((school) => belongs(school, date))) };
    })
    .filter((one) => one.days.length > 0);
  return open.map((one, place) => ({
    key: `${definition.kind}/${year}/${term.name}/${one.cluster}`,
    definition,
    number,
    whose: { cluster: one.cluster },
    days: one.days,
    wanted: through(one.days, definition.weekdays, (place + 0.5) / open.length),
    because: [`It is held once a term in each cluster; this is ${one.cluster}'s.`],
  }));
}
