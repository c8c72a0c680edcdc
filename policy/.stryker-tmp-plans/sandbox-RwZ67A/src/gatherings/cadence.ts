// @ts-nocheck
import { shifted } from '../calendar/day-offset.ts';
import type { AcademicYear } from '../calendar/half-term.ts';
import { slotsOf } from '../meetings/slots.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Demand } from './demand.ts';
import type { GatheringDefinition } from './gatherings-policy.ts';
import { daysBetween, schoolDaysOf, termsOf } from './terms.ts';

type Of<Rhythm extends GatheringDefinition['rhythm']> = Extract<GatheringDefinition, { rhythm: Rhythm }>;

/** M6: a weekday of the break before the year that is neither a bank holiday nor an INSET day. */
export function summer(policy: TrustPolicy, definition: Of<'summer break'>, year: AcademicYear): readonly Demand[] {
  const first = termsOf(policy, year)[0]?.halfTerms[0].from;
  if (first === undefined) return [];
  const [day] = daysBetween(first, first);
  const week = shifted(first, 1 - (day?.weekday ?? 1) - 7 * definition.weeksBefore);
  const before = policy.calendar.years.filter((one) => one.year < year).flatMap(({ halfTerms }) => halfTerms);
  const lastDay = before.reduce<string | undefined>((last, { to }) => (last && last > to ? last : to), undefined);
  const closed = new Set([
    ...policy.calendar.bankHolidays,
    ...policy.calendar.years.flatMap(({ insetDays }) => insetDays),
  ]);
  // Without the year before, the break is known to reach back only as far as the policy itself reaches.
  const days = daysBetween(lastDay === undefined ? week : shifted(lastDay, 1), shifted(first, -1)).filter(
    ({ date, weekday }) => weekday <= 5 && !closed.has(date),
  );
  const wanted = days.findIndex(({ date }) => date >= shifted(week, definition.weekday - 1));
  return [
    {
      key: `${definition.kind}/${year}`,
      definition,
      number: 1,
      whose: {},
      days,
      wanted: wanted < 0 ? Math.max(days.length - 1, 0) : wanted,
      because: [`It is held once, in the summer break before ${year}.`],
    },
  ];
}

/** M9: the cadence of the heads' meetings, which steps over holidays; a meeting that finds no slot waits some days. */
export function cadence(policy: TrustPolicy, definition: Of<'every weeks'>, year: AcademicYear): readonly Demand[] {
  const { everyWeeks, firstWeek, weekday } = definition;
  // Cadences are kept by kind, so the kind names every value that the days depend on.
  const dates = slotsOf(
    policy,
    {
      ...definition,
      kind: `gathering/${everyWeeks}/${firstWeek}/${weekday}`,
      chair: 'ceo',
      attendees: [],
      host: 'rotating',
      agenda: [],
    },
    year,
  );
  return dates.map((date, place) => ({
    key: `${definition.kind}/${year}/${place + 1}`,
    definition,
    number: place + 1,
    whose: {},
    days: schoolDaysOf(policy, [{ from: date, to: shifted(date, 6) }]),
    wanted: 0,
    because: [`It is held every ${everyWeeks} weeks in term time.`],
  }));
}
