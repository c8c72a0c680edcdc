import type { HalfTermId } from '../calendar/half-term.ts';
import { schoolsInRound } from '../categorisation/round.ts';
import type { Facts } from '../facts.ts';
import { together } from '../soap/aggregation.ts';
import { tenth } from '../tenth.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { ReportFigure } from './report.ts';
import { type Standing, standingOf } from './standing.ts';
import { cohortMeasures, type Total, totalsOf } from './totals.ts';

/** Where a school stands in a half term, as the board may see it: small numbers hidden (M15). */
export interface SchoolStanding {
  readonly school: School;
  readonly standing: Standing;
  readonly now: readonly Total[];
  readonly before: readonly Total[];
}

/** The schools of the trust on the half term's last day, by name. Throws RangeError for a half term without dates. */
export function schoolStandings(policy: TrustPolicy, facts: Facts, halfTerm: HalfTermId): readonly SchoolStanding[] {
  return schoolsInRound(policy, facts, halfTerm).map((school) => {
    const standing = standingOf(policy, facts, school.urn, halfTerm);
    const totals = (cohorts = standing.latest?.cohorts) => totalsOf(policy, cohorts ?? [], 'outside');
    return { school, standing, now: totals(), before: totals(standing.before?.cohorts ?? []) };
  });
}

/** A figure over the trust, and how many schools it speaks of. */
export interface TrustFigure extends ReportFigure {
  readonly schools: number;
}

/**
 * A measure over the trust, weighted by pupils (M22), of the schools whose figure is shown: with one school's hidden, a
 * total over all of them would give it away. The change is that of the schools with a figure both times.
 */
export function trustFigures(policy: TrustPolicy, schools: readonly SchoolStanding[]): readonly TrustFigure[] {
  return cohortMeasures(policy).flatMap((measure): TrustFigure[] => {
    const shown = schools.flatMap((one) => shownTotal(one.now, measure) ?? []);
    const now = together(shown);
    if (now.value === undefined) return [];
    const both = schools.filter((one) => shownTotal(one.now, measure) && shownTotal(one.before, measure));
    const since = (which: 'now' | 'before') => together(both.map((one) => shownTotal(one[which], measure))).value;
    const [to, from] = [since('now'), since('before')];
    return [
      {
        label: measure.name,
        measure: measure.key,
        value: tenth(now.value),
        unit: measure.unit,
        schools: shown.length,
        ...(to === undefined || from === undefined ? {} : { change: tenth(to - from) }),
      },
    ];
  });
}

/** A school's figures as data, of those that are shown. */
export function shownFigures(totals: readonly Total[]): readonly ReportFigure[] {
  return totals.flatMap(({ measure, value }) =>
    value === undefined ? [] : [{ label: measure.name, measure: measure.key, value: tenth(value), unit: measure.unit }],
  );
}

/** What is missing from the trust's figures: schools without a return, and figures of too few pupils. */
export function standingGaps(schools: readonly SchoolStanding[]): readonly string[] {
  return schools.flatMap(({ school, standing, now }) => {
    const hidden = now.filter(({ value }) => value === undefined).map(({ measure }) => measure.name);
    return [
      ...(standing.noReturn ? [`${school.name}: ${lower(standing.noReturn)}`] : []),
      ...(hidden.length > 0 ? [`${school.name}: too few pupils to show ${hidden.join(', ')}.`] : []),
    ];
  });
}

function shownTotal(totals: readonly Total[], measure: Measure): Total | undefined {
  return totals.find((one) => one.measure === measure && one.value !== undefined);
}

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
