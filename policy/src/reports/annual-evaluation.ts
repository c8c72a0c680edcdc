import { halfTerms } from '../calendar/academic-calendar.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import type { Facts } from '../facts.ts';
import { publishedAgainstNation } from '../national/analysis.ts';
import type { NationalPolicy } from '../national/national-policy.ts';
import { refused } from '../national/refusal.ts';
import { publishedTogether, trustAgainstNation } from '../national/trust-analysis.ts';
import { tenth } from '../tenth.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { ReportAnswer, ReportPoint, ReportSection } from './report.ts';
import type { ReportSources } from './report-sources.ts';

const RULE = 'M43';

/**
 * What a year came to (M43): the trust's published results against its key performance indicators, England and
 * comparable trusts, and a summary for heads and governors. Published results are public: nothing more is hidden than
 * the department hides. Refused for a year without dates.
 */
export function annualEvaluation(
  policy: TrustPolicy,
  national: NationalPolicy,
  facts: Facts,
  year: AcademicYear,
  sources: ReportSources = {},
): ReportAnswer {
  const last = halfTerms(policy).findLast((one) => one.year === year);
  if (!last) return refused(RULE, `The policy has no dates for ${year}.`, 'Choose an academic year of the calendar.');
  const schools = schoolsOn(facts.schools, last.to);
  const nation = trustAgainstNation(national, facts, schools, year);
  const bySchool = schools.map(({ urn, name }) => ({
    urn,
    name,
    ...publishedAgainstNation(national, facts, urn, year),
  }));
  const indicators = kpis(facts, schools, year, sources);
  return {
    ok: true,
    kind: 'annualEvaluation',
    rule: RULE,
    title: `Annual evaluation, ${year}`,
    period: year,
    sections: [
      indicators.section,
      {
        heading: 'Against England',
        rule: 'M18',
        points: [
          ...nation.against.map(({ says }) => ({ says })),
          ...bySchool.flatMap(({ urn, name, against }) =>
            against.map(({ says }) => ({ says: `${name}: ${says}`, urn })),
          ),
        ],
        gaps: [
          ...nation.gaps,
          // A school without any figure is named by the trust's gaps already.
          ...bySchool.flatMap(({ name, against, gaps }) =>
            against.length > 0 ? gaps.map((gap) => `${name}: ${gap}`) : [],
          ),
        ],
      },
      comparators(national, facts, schools, year, sources),
      {
        heading: 'Summary for heads and governors',
        rule: RULE,
        points: [...indicators.summary, ...(nation.against.length > 0 ? [{ says: standings(nation.against) }] : [])],
        gaps: nation.against.length > 0 ? [] : [`There are no published results of ${year} to sum up.`],
      },
    ],
  };
}

function kpis(
  facts: Facts,
  schools: readonly School[],
  year: AcademicYear,
  { kpis: all = [] }: ReportSources,
): { readonly section: ReportSection; readonly summary: readonly ReportPoint[] } {
  const read = all
    .filter(({ academicYear }) => academicYear === year)
    .map((kpi) => ({ kpi, value: publishedTogether(facts, schools, kpi.measure, year).value }));
  const known = read.flatMap(({ kpi, value }) => (value === undefined ? [] : [{ kpi, value }]));
  const met = known.filter(({ kpi, value }) => value >= kpi.atLeast);
  return {
    section: {
      heading: 'Against the key performance indicators',
      rule: RULE,
      points: known.map(({ kpi: { name, measure, atLeast }, value }) => ({
        says: `${name}: ${tenth(value)}% against ${atLeast}%, ${value >= atLeast ? 'met' : 'not met'}.`,
        figures: [{ label: name, measure, value: tenth(value), unit: '%' as const }],
      })),
      gaps: [
        ...(read.length === 0 ? [`No key performance indicators of ${year} are on record.`] : []),
        ...read
          .filter(({ value }) => value === undefined)
          .map(({ kpi }) => `${kpi.name}: no school has a published result.`),
      ],
    },
    summary:
      known.length > 0 ? [{ says: `${met.length} of ${known.length} key performance indicators were met.` }] : [],
  };
}

function comparators(
  national: NationalPolicy,
  facts: Facts,
  schools: readonly School[],
  year: AcademicYear,
  { comparators: all = [] }: ReportSources,
): ReportSection {
  const ofYear = all.filter(({ academicYear }) => academicYear === year);
  const points = ofYear.flatMap(({ trust, measure, value: theirs }): ReportPoint[] => {
    const { value } = publishedTogether(facts, schools, measure, year);
    if (value === undefined) return [];
    const apart = tenth(value - theirs);
    const size = `${Math.abs(apart)} ${Math.abs(apart) === 1 ? 'point' : 'points'}`;
    const how = apart === 0 ? 'the same' : `${size} ${apart > 0 ? 'above' : 'below'}`;
    const name = national.series.find((one) => one.measure === measure)?.name ?? measure;
    return [{ says: `${trust}, ${lower(name)}: ${tenth(value)}% against ${theirs}%, ${how}.` }];
  });
  return {
    heading: 'Against comparable trusts',
    rule: RULE,
    points,
    gaps: points.length > 0 ? [] : [`No comparable trust's results of ${year} can be held against ours.`],
  };
}

function standings(against: readonly { readonly standing: 'above' | 'in line' | 'below' }[]): string {
  const count = (which: string) => against.filter(({ standing }) => standing === which).length;
  return `Of ${against.length} published measures, ${count('above')} are above England, ${count('in line')} in line, ${count('below')} below.`;
}

function lower(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
