// @ts-nocheck
import { summary } from '../categorisation/summary.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { movesOver } from './moves.ts';
import type { ReportPoint } from './report.ts';
import type { Term } from './term.ts';
import type { SchoolStanding } from './trust-standing.ts';

/** Whole-school figures worse than the policy's bounds, a point a school and measure. */
export function wholeSchoolConcerns(policy: TrustPolicy, schools: readonly SchoolStanding[]): readonly ReportPoint[] {
  return schools.flatMap(({ school, standing }) =>
    Object.entries(policy.categorisation.evidence.concern).flatMap(([key, bound]): ReportPoint[] => {
      const measure = policy.soap.measures.find((one) => one.key === key);
      const value = standing.latest?.school[key];
      // Counts stay with the school, as in its page for the board.
      if (measure?.unit !== '%' || value === undefined) return [];
      const worse = measure.better === 'higher' ? value < bound : value > bound;
      const side = measure.better === 'higher' ? 'below' : 'above';
      return worse
        ? [
            {
              says: `${school.name}: ${measure.name.toLowerCase()} is ${value}%, ${side} ${bound}%.`,
              urn: school.urn,
              figures: [{ label: measure.name, measure: key, value, unit: measure.unit }],
            },
          ]
        : [];
    }),
  );
}

/** The schools validated in a category at risk in the term's last round, a point a school. */
export function atRisk(policy: TrustPolicy, facts: Facts, term: Term): readonly ReportPoint[] {
  return summary(policy, facts, term.last.id).atRisk.map(({ urn, name, code }) => ({
    says: `${name} is at risk of slipping (${code}).`,
    urn,
  }));
}

/** Schools whose category moved over the term, in one direction. */
export function moved(
  policy: TrustPolicy,
  facts: Facts,
  term: Pick<Term, 'halfTerms'>,
  schools: readonly SchoolStanding[],
  which: 'up' | 'down',
): readonly ReportPoint[] {
  const all = schools.map(({ school }) => school);
  return movesOver(policy, facts, all, term.halfTerms)
    .filter(({ direction }) => direction === which)
    .map(({ school, from, to }) => ({
      says: `${school.name} moved ${which} from ${from} to ${to}.`,
      urn: school.urn,
    }));
}
