import type { Temporal } from 'temporal-polyfill';
import { dateAt, isoOf } from '../calendar/academic-calendar.ts';
import { shifted } from '../calendar/day-offset.ts';
import { answering } from '../concerns/answering.ts';
import type { ConcernsPolicy } from '../concerns/concerns-policy.ts';
import { schoolMoment } from '../concerns/term-weeks.ts';
import { newestPassed, passed } from '../duties/passed.ts';
import type { Task } from '../duties/task.ts';
import type { Facts } from '../facts.ts';
import { schoolsOn } from '../trust/belonging.ts';
import type { School } from '../trust/school.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type ExtraDataAsked, extraDataAsked } from './extra-data-asked.ts';
import type { ExtraDataRecords } from './extra-figures.ts';

const RULE = 'M19';
const OTHERWISE = 'Without it nobody can see whether the support helps.';

/**
 * The extra data that schools owe while they cause concern (M19): asked some days before it is wanted, reminded of
 * after, one message at a time, and told of to whom the policy names. Each until it is given, the next is asked, or the
 * school causes no concern any more.
 */
export function extraDataTasks(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Facts,
  { given }: ExtraDataRecords,
  now: Temporal.Instant,
): readonly Task[] {
  return schoolsOn(facts.schools, dateAt(policy, now)).flatMap((school) =>
    extraDataAsked(policy, own, facts, school, now)
      .filter(
        ({ item, due }) => !given.some((one) => one.urn === school.urn && one.item === item.key && one.due === due),
      )
      .flatMap((asked) => [
        ...askedOf(policy, own, facts, school, asked, now),
        ...toldOf(policy, own, facts, school, asked, now),
      ]),
  );
}

function askedOf(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Pick<Facts, 'people'>,
  school: School,
  { item, due, asked, wanted, because }: ExtraDataAsked,
  now: Temporal.Instant,
): Task[] {
  const person = answering(facts, item.who, school);
  if (!person) return [];
  const moments = [
    { mark: '', at: asked },
    ...own.extraDataChase.remindDaysAfter.map((days) => ({
      mark: `/+${days}`,
      at: schoolMoment(policy, shifted(due, days), own.asked),
    })),
  ];
  const { mark, at } = newestPassed(moments, now) ?? { mark: '', at: asked };
  return [
    {
      kind: 'task',
      key: `extra/${school.urn}/${item.key}/${due}${mark}/${person.id}`,
      rule: RULE,
      person: person.id,
      urn: school.urn,
      since: isoOf(at),
      // A reminder comes after the day it was wanted.
      ...(mark === '' ? { by: isoOf(wanted) } : {}),
      title: `Give extra data for ${school.name}: ${item.ask}`,
      because: `${because} It is asked every ${item.everyWeeks === 1 ? 'week' : `${item.everyWeeks} weeks`} of term.`,
      otherwise: OTHERWISE,
    },
  ];
}

function toldOf(
  policy: TrustPolicy,
  own: ConcernsPolicy,
  facts: Pick<Facts, 'people'>,
  school: School,
  { item, due }: ExtraDataAsked,
  now: Temporal.Instant,
): Task[] {
  return own.extraDataChase.escalations.flatMap(({ days, to }): Task[] => {
    const at = schoolMoment(policy, shifted(due, days), own.asked);
    const person = answering(facts, to, school);
    if (!person || !passed(at, now)) return [];
    return [
      {
        kind: 'task',
        key: `extra-late/${school.urn}/${item.key}/${due}/+${days}/${person.id}`,
        rule: RULE,
        person: person.id,
        urn: school.urn,
        since: isoOf(at),
        title: `Ask ${school.name} for its extra data: ${item.ask}`,
        because: 'It was wanted and is not given.',
        otherwise: OTHERWISE,
      },
    ];
  });
}
