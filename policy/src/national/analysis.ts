import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { type AgainstNation, againstNation } from './averages.ts';
import type { NationalPolicy } from './national-policy.ts';
import { refused } from './refusal.ts';

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
