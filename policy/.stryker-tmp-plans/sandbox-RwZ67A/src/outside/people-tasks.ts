// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { academicYearAt, dateAt, halfTerms } from '../calendar/academic-calendar.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { after, answering } from './asking.ts';
import type { Development } from './development.ts';
import type { OutsidePolicy } from './outside-policy.ts';
import { peopleGaps } from './people-gaps.ts';

/** One message a gap and the day it opened: a gap that opens again is asked for again. */
export function peopleTasks(
  policy: TrustPolicy,
  own: OutsidePolicy,
  facts: Facts,
  all: readonly Development[],
  now: Temporal.Instant,
): Task[] {
  const today = dateAt(policy, now);
  const year = academicYearAt(policy, now);
  const first = halfTerms(policy).find((halfTerm) => halfTerm.year === year)?.from;
  if (first === undefined) return [];
  return peopleGaps(own, facts, all, today).flatMap((gap): Task[] => {
    const person = answering(facts, gap.urn);
    const name = schoolOf(facts, gap.urn)?.name ?? gap.urn;
    if (!person) return [];
    const since = gap.since !== undefined && gap.since > first ? gap.since : first;
    const { people, ask } = own;
    return [
      {
        kind: 'task',
        key: `people-gap/${gap.urn}/${gap.programme}/${since}/${person}`,
        rule: 'M47',
        person,
        title: `Name for ${name}: ${gap.name}`,
        urn: gap.urn,
        since: after(policy, since, ask),
        by: after(policy, since, { days: ask.days + people.filledWithinDays, at: '17:00' }),
        because: gap.why.because.join(' '),
        otherwise: 'The gap is named in the overview of people development.',
      },
    ];
  });
}
