// @ts-nocheck
import type { Temporal } from 'temporal-polyfill';
import { ceoOf } from '../access/roles.ts';
import { academicYearAt, dateAt, halfTerms, isoOf } from '../calendar/academic-calendar.ts';
import { onSchoolDay } from '../calendar/day-offset.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { after, answering } from './asking.ts';
import type { GoodPractice } from './good-practice.ts';
import { isFresh, prioritiesOf } from './offered.ts';
import type { OutsidePolicy } from './outside-policy.ts';
import type { Priority } from './priority.ts';

/** From the year's first school day until enough are recorded, or the year is over. */
export function priorityTasks(
  policy: TrustPolicy,
  own: OutsidePolicy,
  facts: Facts,
  all: readonly Priority[],
  now: Temporal.Instant,
): Task[] {
  const year = academicYearAt(policy, now);
  const mine = halfTerms(policy).filter((halfTerm) => halfTerm.year === year);
  const [first, last, ceo] = [mine[0], mine.at(-1), ceoOf(facts)];
  if (!year || !first || !last || !ceo || prioritiesOf(all, year).length >= own.priorities.fewest) return [];
  return [
    {
      kind: 'task',
      key: `priorities/${year}/${ceo.id}`,
      rule: 'M45',
      person: ceo.id,
      title: `Record the partnership priorities of ${year}`,
      since: isoOf(onSchoolDay(policy, first.from, { days: 0, at: own.ask.at }, last.to)),
      by: isoOf(onSchoolDay(policy, first.from, own.priorities.agreedBy, last.to)),
      because: 'The heads agree them in the summer break, and the record holds too few.',
      otherwise: 'Agendas can carry none of them, and good practice is offered without their order.',
    },
  ];
}

/** Asked of the head once, while the practice is fresh. */
export function practiceTasks(
  policy: TrustPolicy,
  own: OutsidePolicy,
  facts: Facts,
  all: readonly GoodPractice[],
  now: Temporal.Instant,
): Task[] {
  const today = dateAt(policy, now);
  const schools = new Map(schoolsOn(facts.schools, today).map((school) => [school.urn, school]));
  return all.flatMap((practice): Task[] => {
    const school = schools.get(practice.urn);
    const person = answering(facts, practice.urn);
    if (!school || !person || practice.answer || practice.shownAt.length > 0) return [];
    if (!isFresh(own, practice, today)) return [];
    const { goodPractice, ask } = own;
    return [
      {
        kind: 'task',
        key: `good-practice/${practice.id}/${person}`,
        rule: 'M45',
        person,
        title: `Say whether ${school.name} would show its practice in ${practice.area}`,
        urn: school.urn,
        since: after(policy, practice.spottedOn, ask),
        by: after(policy, practice.spottedOn, { days: ask.days + goodPractice.answerWithinDays, at: '17:00' }),
        because: `It was seen on ${practice.spottedOn} and could help other schools: ${practice.what}`,
        otherwise: 'It is not offered to joint practice development.',
      },
    ];
  });
}
