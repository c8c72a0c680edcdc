// @ts-nocheck
import { halfTermLabel } from '../calendar/academic-calendar.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { onceEach } from '../calendar/remembered.ts';
import type { Facts } from '../facts.ts';
import { weighted } from '../soap/aggregation.ts';
import { latestReturn, previousReturn } from '../soap/kept.ts';
import type { SoapReturn } from '../soap/return.ts';
import { sameYear } from '../soap/starting-point.ts';
import type { School } from '../trust/school.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';

/** One thing that speaks for (above 0), against (below 0) or neither way, and what it is, in a sentence. */
export interface Point {
  readonly points: number;
  readonly says: string;
}

/** What is known of a school for a suggestion (M27). */
export interface Evidence {
  /** The measure that attainment is read from, and its figure; undefined where nothing is known of attainment. */
  readonly headline:
    | { readonly name: string; readonly value: number; readonly source: 'return' | 'published' }
    | undefined;
  /** All but the headline's own level, which `levelPoints` gives. */
  readonly others: readonly Point[];
}

/** Gathers a school's evidence from its latest return up to this half term, or from its published results. */
export function evidenceFor(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns' | 'results'>,
  school: Pick<School, 'urn'>,
  halfTerm: HalfTermId,
): Evidence {
  const latest = latestReturn(facts, school.urn, halfTerm) ?? previousReturn(facts, policy, school.urn, halfTerm);
  const found = latest && headlineOf(policy, latest);
  if (!latest || !found) return { headline: published(policy, facts, school.urn), others: [] };
  const { measure, value } = found;
  return {
    headline: { name: measure.name.toLowerCase(), value, source: 'return' },
    others: [...trend(policy, facts, latest, measure, value), ...concerns(policy, latest)],
  };
}

/** How far attainment speaks for or against a school: a point for each band's edge passed, two beyond the margin. */
export function levelPoints(policy: TrustPolicy, value: number): number {
  const { strong, secure } = policy.soap.bands;
  const { margin } = policy.categorisation.evidence;
  if (value >= strong) return value >= strong + margin ? 2 : 1;
  if (value < secure) return value < secure - margin ? -2 : -1;
  return 0;
}

/** The measure that sums others up (reading, writing and maths; a good level of development), else any that was given. */
function headlineOf(
  policy: TrustPolicy,
  given: SoapReturn,
): { readonly measure: Measure; readonly value: number } | undefined {
  const percentages = policy.soap.measures.filter(({ unit }) => unit === '%');
  const inOrder = [...percentages.filter(({ within }) => within), ...percentages];
  for (const measure of inOrder) {
    const { value } = weighted(given.cohorts, measure.key);
    if (value !== undefined) return { measure, value: Math.round(value * 10) / 10 };
  }
  return undefined;
}

function published(policy: TrustPolicy, facts: Pick<Facts, 'results'>, urn: string): Evidence['headline'] {
  const measure = policy.soap.measures.find(({ within, published: key }) => within && key);
  if (!measure?.published) return undefined;
  for (const { year, expected } of newestFirst(facts.results).get(urn) ?? []) {
    const figure = expected[measure.published];
    if (figure && 'value' in figure) {
      const name = `${measure.name.toLowerCase()} in the published results of ${year}`;
      return { name, value: figure.value, source: 'published' };
    }
  }
  return undefined;
}

/** Published results by school. */
const newestFirst = onceEach((results: Facts['results']) => {
  const shelf = new Map<string, Facts['results'][number][]>();
  for (const result of [...results].sort((one, other) => (one.year < other.year ? 1 : -1))) {
    shelf.set(result.urn, [...(shelf.get(result.urn) ?? []), result]);
  }
  return shelf;
});

/** The change since the return before; none across the summer, when other pupils are measured against another year's expectations. */
function trend(
  policy: TrustPolicy,
  facts: Pick<Facts, 'returns'>,
  latest: SoapReturn,
  measure: Measure,
  value: number,
): Point[] {
  const before = previousReturn(facts, policy, latest.urn, latest.halfTerm);
  if (!before || !sameYear(before.halfTerm, latest.halfTerm)) return [];
  const then = weighted(before.cohorts, measure.key).value;
  if (then === undefined) return [];
  const change = Math.round((value - then) * 10) / 10;
  const since = halfTermLabel(before.halfTerm);
  if (change === 0) return [{ points: 0, says: `Those on track are as many as in ${since}.` }];
  const says = `Those on track are ${counted(Math.abs(change))} ${change > 0 ? 'up' : 'down'} since ${since}.`;
  if (Math.abs(change) < policy.categorisation.evidence.trend) return [{ points: 0, says }];
  return [{ points: Math.sign(change), says }];
}

function concerns(policy: TrustPolicy, latest: SoapReturn): Point[] {
  return Object.entries(policy.categorisation.evidence.concern).flatMap(([key, bound]): Point[] => {
    const measure = policy.soap.measures.find((one) => one.key === key);
    const figure = latest.school[key];
    if (!measure || figure === undefined) return [];
    const worse = measure.better === 'higher' ? figure < bound : figure > bound;
    const unit = measure.unit === '%' ? '%' : '';
    if (!worse) return [{ points: 0, says: `${measure.name} is ${figure}${unit}, as it should be.` }];
    const side = measure.better === 'higher' ? 'below' : 'above';
    return [{ points: -1, says: `${measure.name} is ${figure}${unit}, ${side} ${bound}${unit}.` }];
  });
}

/** "1 point", "7 points". */
export function counted(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
