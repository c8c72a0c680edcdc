// @ts-nocheck
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { together, type Weighted } from '../soap/aggregation.ts';
import type { School } from '../trust/school.ts';
import type { PublishedAnalysis } from './analysis.ts';
import { againstNation } from './averages.ts';
import type { NationalPolicy } from './national-policy.ts';

/**
 * A published measure over schools, weighted by the pupils at the end of the key stage (M18, M22). A school whose
 * figure or number of pupils is not published doesn't count.
 */
export function publishedTogether(
  facts: Pick<Facts, 'results'>,
  schools: readonly Pick<School, 'urn'>[],
  measure: string,
  year: AcademicYear,
): Weighted {
  const urns = new Set(schools.map(({ urn }) => urn));
  return together(
    facts.results
      .filter((one) => one.year === year && urns.has(one.urn))
      .flatMap(({ expected, pupils }) => {
        const figure = expected[measure];
        return figure && 'value' in figure && pupils ? [{ value: figure.value, pupils }] : [];
      }),
  );
}

/** The published results of schools taken together, held against England (M18). */
export function trustAgainstNation(
  own: NationalPolicy,
  facts: Pick<Facts, 'results'>,
  schools: readonly Pick<School, 'urn' | 'name'>[],
  year: AcademicYear,
): PublishedAnalysis {
  const held = own.series.flatMap(({ measure }) => {
    const { value, pupils } = publishedTogether(facts, schools, measure, year);
    return value === undefined ? [] : [againstNation(own, { measure, value, pupils, year })];
  });
  const against = held.flatMap((one) => (one.ok ? [one] : []));
  const without = schools.filter(({ urn }) => publishedNothing(facts, urn, year)).map(({ name }) => name);
  return {
    against,
    needs: against.filter(({ standing }) => standing === 'below').map(({ measure }) => measure),
    gaps: [
      ...held.flatMap((one) => (one.ok ? [] : one.why.because)),
      ...(without.length > 0 ? [`No published results of ${year} for: ${without.join(', ')}.`] : []),
    ],
  };
}

function publishedNothing({ results }: Pick<Facts, 'results'>, urn: string, year: AcademicYear): boolean {
  return !results.some(
    (one) => one.urn === urn && one.year === year && Object.values(one.expected).some((figure) => 'value' in figure),
  );
}
