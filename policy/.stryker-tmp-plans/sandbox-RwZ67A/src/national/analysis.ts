// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Why } from '../explanation/why.ts';
import type { Facts } from '../facts.ts';
import type { AnalysisRecord } from './analysis-record.ts';
import { type AgainstNation, againstNation } from './averages.ts';
import type { NationalPolicy } from './national-policy.ts';
import { type Refusal, refused } from './refusal.ts';

const RULE = 'M18';

/** A school's published results of a year beside England's. */
export interface PublishedAnalysis {
  readonly against: readonly AgainstNation[];
  /** Keys of the measures below England: where the head says what is done. */
  readonly needs: readonly string[];
  /** What is missing, in sentences. */
  readonly gaps: readonly string[];
}

/** A school's published results of a year held against England, measure by measure in the policy's order (M18). */
export function publishedAgainstNation(
  own: NationalPolicy,
  facts: Pick<Facts, 'results'>,
  urn: string,
  year: AcademicYear,
): PublishedAnalysis {
  const result = facts.results.find((one) => one.urn === urn && one.year === year);
  if (!result) return { against: [], needs: [], gaps: [`There are no published results of ${year}.`] };
  const { pupils, expected } = result;
  const against: AgainstNation[] = [];
  const gaps: string[] = [];
  for (const { measure, name } of own.series) {
    const figure = expected[measure];
    if (!figure) continue;
    const held =
      'missing' in figure
        ? refused(RULE, `${name} is not published: ${figure.missing}.`, 'Use the school’s own records.')
        : againstNation(own, { measure, value: figure.value, year, ...(pupils === undefined ? {} : { pupils }) });
    if (held.ok) against.push(held);
    else gaps.push(...held.why.because);
  }
  const needs = against.filter(({ standing }) => standing === 'below').map(({ measure }) => measure);
  return { against, needs, gaps };
}

/**
 * Whether an analysis can stand (M18): it names every measure that is below England, and each need it names has
 * actions. Refused for results that are not there.
 */
export function checkAnalysis(
  own: NationalPolicy,
  facts: Pick<Facts, 'results'>,
  given: Pick<AnalysisRecord, 'urn' | 'year' | 'needs'>,
): { readonly ok: true; readonly why: Why } | Refusal {
  const { against, needs } = publishedAgainstNation(own, facts, given.urn, given.year);
  if (against.length === 0) {
    const says = 'Import the published results first, or wait for them.';
    return refused(RULE, `No published result of ${given.year} can be held against England.`, says);
  }
  const without = given.needs.find(({ actions }) => actions.trim() === '');
  if (without) {
    return refused(
      RULE,
      `${without.area} is named as a need without actions.`,
      `Say what is done about ${without.area}.`,
    );
  }
  const named = new Set(given.needs.map(({ area }) => area));
  const forgotten = against.find(({ measure }) => needs.includes(measure) && !named.has(measure));
  if (forgotten)
    return refused(RULE, forgotten.says, `Name ${forgotten.measure} as a need, and say what is done about it.`);
  return {
    ok: true,
    why: {
      rule: RULE,
      because: [needs.length === 0 ? 'No measure is below England.' : 'Every measure below England has its actions.'],
      wouldChange: 'A need without actions would be sent back.',
    },
  };
}
