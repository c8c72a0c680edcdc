// @ts-nocheck
import { halfTerms } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Wanted } from '../concerns/asking.ts';
import { latestDay } from '../concerns/day-order.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Plan } from './plan.ts';
import type { PlansPolicy } from './plans-policy.ts';

/**
 * What the academic year running on `today` wants of a school's development plan (M35): that it is agreed with the
 * head, then that governors note it at their first meeting of the year (`meetings`: ISO dates). Counted from the first
 * day of the year, or from the school's joining.
 */
export function developmentWanted(
  policy: TrustPolicy,
  own: PlansPolicy,
  school: School,
  plans: readonly Plan[],
  meetings: readonly string[],
  today: string,
): readonly Wanted[] {
  const year = halfTerms(policy).findLast(({ from }) => from <= today)?.year;
  const days = halfTerms(policy).filter((one) => one.year === year);
  const [first, last] = [days[0], days.at(-1)];
  // In the summer break the old year's plan is over, and the new year's is not asked yet.
  if (!first || !last || today > last.to) return [];
  const start = latestDay(first.from, school.joined);
  const plan = plans.find((one) => one.kind === 'development' && one.year === first.year && !one.closed);
  const closed = plans.some((one) => one.kind === 'development' && one.year === first.year && one.closed);
  if (plan?.noted || (!plan && closed)) return [];
  if (!plan?.agreed)
    return [
      {
        key: `development-plan/${first.year}/${school.urn}/agree`,
        rule: 'M35',
        role: 'head',
        title: `Agree the development plan of ${school.name} for ${first.year}`,
        from: start,
        until: shifted(start, own.development.agreedDays),
        because: `Every school has a development plan for ${first.year}, agreed with its head.`,
        otherwise: 'Without it governors have nothing to note, and visits nothing to review.',
      },
    ];
  // A meeting before the plan was agreed can't note it: then it is the next one.
  const meeting = meetings.filter((on) => on >= latestDay(start, plan.agreed?.on) && on <= last.to).sort()[0];
  return [
    {
      key: `development-plan/${first.year}/${school.urn}/note`,
      rule: 'M35',
      role: 'head',
      title: `Have governors note the development plan of ${school.name}`,
      from: latestDay(start, plan.agreed.on),
      until: meeting ?? latestDay(shifted(start, own.development.notedDays), plan.agreed.on),
      because: `It was agreed on ${plan.agreed.on}; governors note it at their first meeting of the year.`,
      otherwise: 'Without it governors cannot hold the school to its plan.',
    },
  ];
}
