import { together, type Weighted } from '../soap/aggregation.ts';
import { suppressed } from '../soap/suppression.ts';
import { tenth } from '../tenth.ts';
import { yearName } from '../trust/year-group.ts';
import type { Measure, TrustPolicy } from '../trust-policy.ts';
import type { Reader, ReportPoint } from './report.ts';
import type { SourceTarget } from './report-sources.ts';
import type { Standing } from './standing.ts';
import type { SchoolStanding } from './trust-standing.ts';

/** A target beside the latest figure (M23). */
interface TargetState {
  readonly target: SourceTarget;
  readonly state: 'aspirational' | 'minimum' | 'below' | 'no figure' | 'hidden';
  /** The year group's figure and pupils; missing where it is not known or hidden. */
  readonly figure?: Weighted & { readonly value: number };
}

/** Each of a school's targets read against its return; from outside, targets of hidden figures say nothing (M15). */
export function targetStates(
  policy: TrustPolicy,
  { latest }: Pick<Standing, 'latest'>,
  targets: readonly SourceTarget[],
  reader: Reader,
): readonly TargetState[] {
  const cohorts = latest?.cohorts ?? [];
  const hidden = new Set(reader === 'school' ? [] : suppressed(policy, cohorts).hidden);
  return targets.map((target): TargetState => {
    const { yearGroup, measure: key } = target;
    const measure = policy.soap.measures.find((one) => one.key === key);
    const cohort = cohorts.find(({ year }) => year === yearGroup);
    const value = (yearGroup === undefined ? latest?.school : cohort?.figures)?.[key];
    if (!measure || value === undefined) return { target, state: 'no figure' };
    // Counts of the whole school stay with the school, as in its page for the board.
    const isCount = reader === 'outside' && measure.unit === 'count';
    if (isCount || hidden.has(`${yearGroup}/${key}`)) return { target, state: 'hidden' };
    const pupils = cohort?.pupils ?? cohorts.reduce((sum, one) => sum + one.pupils, 0);
    return { target, state: reached(measure, value, target), figure: { value, pupils } };
  });
}

/** The level of a target that a figure is at. */
function reached(
  { better }: Pick<Measure, 'better'>,
  value: number,
  { minimum, aspirational }: Pick<SourceTarget, 'minimum' | 'aspirational'>,
): 'aspirational' | 'minimum' | 'below' {
  const meets = (wanted: number) => (better === 'higher' ? value >= wanted : value <= wanted);
  if (meets(aspirational)) return 'aspirational';
  return meets(minimum) ? 'minimum' : 'below';
}

/** How many targets a school meets, and each that is off track by name. */
export function targetPoints(
  policy: TrustPolicy,
  states: readonly TargetState[],
  about?: { readonly urn: string; readonly name: string },
): readonly ReportPoint[] {
  const known = states.filter(({ figure }) => figure);
  if (known.length === 0) return [];
  const count = (which: TargetState['state']) => known.filter(({ state }) => state === which).length;
  const below = known.flatMap(({ target, state, figure }) =>
    state === 'below' && figure
      ? [`${target.yearGroup ? `${yearName(target.yearGroup)} ` : ''}${named(policy, target, tenth(figure.value))}`]
      : [],
  );
  const unknown = states.length - known.length;
  return [
    {
      ...(about ? { urn: about.urn } : {}),
      says:
        `${about ? `${about.name}: ` : ''}${count('aspirational')} of ${known.length} targets at the aspirational level, ` +
        `${count('minimum')} at the minimum, ${below.length} off track${below.length > 0 ? `: ${below.join('; ')}` : ''}.` +
        (unknown > 0 ? ` ${unknown} without a figure to show.` : ''),
    },
  ];
}

/** The trust's targets by measure (M22): the schools' targets and figures, each weighted by the same pupils. */
export function trustTargetPoints(
  policy: TrustPolicy,
  schools: readonly SchoolStanding[],
  targets: readonly SourceTarget[],
): readonly ReportPoint[] {
  const states = schools.flatMap(({ school, standing }) =>
    targetStates(
      policy,
      standing,
      targets.filter(({ urn }) => urn === school.urn),
      'outside',
    ).flatMap(({ target, figure }) => (figure ? [{ target, ...figure }] : [])),
  );
  return policy.soap.measures.flatMap((measure): ReportPoint[] => {
    const { key, name, unit } = measure;
    const mine = states.filter(({ target }) => target.measure === key);
    const over = (which: (one: (typeof mine)[number]) => number) =>
      together(mine.map((one) => ({ value: which(one), pupils: one.pupils }))).value;
    const value = over((one) => one.value);
    const minimum = over(({ target }) => target.minimum);
    const aspirational = over(({ target }) => target.aspirational);
    if (value === undefined || minimum === undefined || aspirational === undefined) return [];
    const level = LEVELS[reached(measure, value, { minimum, aspirational })];
    return [
      {
        says: `${name} across the trust: ${tenth(value)}%, ${level} (minimum ${tenth(minimum)}%, aspirational ${tenth(aspirational)}%).`,
        figures: [{ label: name, measure: key, value: tenth(value), unit }],
      },
    ];
  });
}

/** "reading (76%, minimum 80%)". */
function named(policy: TrustPolicy, { measure: key, minimum }: SourceTarget, value: number): string {
  const measure = policy.soap.measures.find((one) => one.key === key);
  const unit = measure?.unit === '%' ? '%' : '';
  const bound = measure?.better === 'lower' ? 'at most' : 'minimum';
  return `${measure?.name.toLowerCase() ?? key} (${value}${unit}, ${bound} ${minimum}${unit})`;
}

const LEVELS = { aspirational: 'at the aspirational level', minimum: 'at the minimum', below: 'off track' } as const;
