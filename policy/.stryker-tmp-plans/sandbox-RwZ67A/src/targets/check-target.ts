// @ts-nocheck
import type { Finding } from '../soap/return.ts';
import type { School } from '../trust/school.ts';
import { yearName } from '../trust/year-group.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { betterBy, type TargetCell, type TargetFigures } from './target.ts';
import { cellName, measureOf } from './target-cells.ts';
import type { TargetsPolicy } from './targets-policy.ts';

/**
 * What is wrong with a school's target (M20). Errors keep it from being proposed: figures that are not whole or not 0
 * to 100, an aspirational figure worse than the minimum, a measure without targets, a year group the school doesn't
 * teach. Warnings are worth a look: less than the same pupils had before (`start`, in per cent), or than a KPI (M22).
 */
export function checkTarget(
  policy: TrustPolicy,
  own: TargetsPolicy,
  school: Pick<School, 'name' | 'years'>,
  given: TargetCell & TargetFigures,
  start?: number,
): readonly Finding[] {
  const { yearGroup, measure: key, minimum, aspirational } = given;
  const found = (level: Finding['level'], rule: string, says: string): Finding => ({
    level,
    rule,
    ...(yearGroup ? { year: yearGroup } : {}),
    measure: key,
    says,
  });
  const error = (says: string) => [found('error', 'M20', says)];
  const measure = measureOf(policy, key);
  if (!measure || !own.measures.some((one) => one.measure === key))
    return error(`The trust sets no targets for ${measure?.name ?? `"${key}"`}. Choose another measure.`);
  const name = cellName(policy, given);
  if (measure.years && !yearGroup) return error(`${measure.name} is set by year group. Name one.`);
  if (!measure.years && yearGroup) return error(`${measure.name} is set for the whole school. Name no year group.`);
  if (yearGroup && !school.years.includes(yearGroup))
    return error(`${school.name} doesn't teach ${yearName(yearGroup)}. Choose a year group it teaches.`);
  if (yearGroup && !measure.years?.includes(yearGroup))
    return error(`${measure.name} is not asked of ${yearName(yearGroup)}. Choose another measure.`);
  const wrong = [minimum, aspirational].filter((one) => !(Number.isInteger(one) && one >= 0 && one <= 100));
  if (wrong.length > 0) return error(`${name}: ${wrong.join(' and ')}. Give whole figures from 0 to 100.`);
  if (betterBy(measure, aspirational, minimum) < 0)
    return error(
      measure.better === 'higher'
        ? `${name}: the aspirational target of ${aspirational}% is below the minimum of ${minimum}%. Raise it.`
        : `${name}: less is better, but the aspirational target of ${aspirational}% is above ${minimum}%. Lower it.`,
    );
  const kpi = own.kpis.find(
    (one) =>
      one.measure === key &&
      (!yearGroup || (one.years ?? measure.years)?.includes(yearGroup)) &&
      betterBy(measure, aspirational, one.value) < 0,
  );
  return [
    ...(start !== undefined && betterBy(measure, aspirational, Math.round(start)) < 0
      ? [
          found(
            'warning',
            'M20',
            `${name}: these pupils start from ${start}%, and the aspirational target is ${aspirational}%. Say why.`,
          ),
        ]
      : []),
    ...(kpi
      ? [
          found(
            'warning',
            'M22',
            `${name}: the trust aims for ${kpi.direction} ${kpi.value}%, and the aspirational target is ${aspirational}%. Say why.`,
          ),
        ]
      : []),
  ];
}
