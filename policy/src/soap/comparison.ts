import type { YearGroup } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { SoapContent } from './content.ts';
import type { Figures, SoapReturn } from './return.ts';

/** One figure now and last time. `change` is there only where both are. */
export interface Change {
  /** Undefined for a whole-school figure. */
  readonly year?: YearGroup;
  readonly measure: string;
  /** The measure's name as people read it. */
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  /** `to` less `from`, in the measure's unit. */
  readonly change?: number;
}

/** Every figure of this return beside last time's, in the order of year groups and measures; the same year group is compared, whoever sat in it. */
export function comparison(
  given: Pick<SoapContent, 'cohorts' | 'school'>,
  last: Pick<SoapReturn, 'cohorts' | 'school'> | undefined,
  policy: TrustPolicy,
): readonly Change[] {
  const ofYears = given.cohorts.flatMap((cohort) => {
    const then = last?.cohorts.find((one) => one.year === cohort.year)?.figures;
    return policy.soap.measures
      .filter((measure) => measure.years?.includes(cohort.year))
      .flatMap((measure) => changeOf(measure, cohort.figures, then, cohort.year));
  });
  const ofSchool = policy.soap.measures
    .filter((measure) => !measure.years)
    .flatMap((measure) => changeOf(measure, given.school, last?.school));
  return [...ofYears, ...ofSchool];
}

/** A measure's figure beside the one before; none where neither is there. */
export function changeOf(
  measure: { readonly key: string; readonly name: string },
  now: Figures,
  then: Figures | undefined,
  year?: YearGroup,
): Change[] {
  const to = now[measure.key];
  const from = then?.[measure.key];
  if (to === undefined && from === undefined) return [];
  return [
    {
      ...(year === undefined ? {} : { year }),
      measure: measure.key,
      name: measure.name,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(from === undefined || to === undefined ? {} : { change: rounded(to - from) }),
    },
  ];
}

/** To a tenth, so that 0.1 + 0.2 does not show as 0.30000000000000004. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
