import { instantAt, isSchoolDay } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { shifted } from '../calendar/day-offset.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Apology } from './apology.ts';
import type { RecordedGathering } from './gathering.ts';
import type { GatheringsPolicy } from './gatherings-policy.ts';
import { momentOf, type Owed } from './owed.ts';

/** Calendar days in which school days before a meeting are looked for: longer than every break but the summer's. */
const FURTHEST = 21;

/**
 * Each person of a meeting gets its agenda some school days before, and a reminder the last one before, until it begins
 * (M4-M12). Who said that they cannot come gets neither. A meeting that is moved to another day is told anew; one that
 * is gone from Outlook is told once somebody has said that it takes place.
 */
export function agendaTasks(
  policy: TrustPolicy,
  own: Pick<GatheringsPolicy, 'agenda'>,
  facts: Pick<Facts, 'people'>,
  gatherings: readonly RecordedGathering[],
  apologies: readonly Apology[],
  today: string,
): readonly Owed[] {
  const { daysBefore, reminderDaysBefore, at } = own.agenda;
  const known = new Set(facts.people.map(({ id }) => id));
  const away = new Set(apologies.map(({ gathering, person }) => `${gathering}/${person}`));
  const furthest = shifted(today, FURTHEST + daysBefore);
  const ahead = gatherings.filter(
    ({ start, question }) => question === undefined && today <= start.slice(0, 10) && start.slice(0, 10) <= furthest,
  );
  return ahead.flatMap(({ key, rule, urn, title, start, attendees }) => {
    const date = start.slice(0, 10);
    const begins = momentOf(policy, start);
    const sent = instantAt(policy, schoolDayBefore(policy, date, daysBefore), at);
    const reminded = instantAt(policy, schoolDayBefore(policy, date, reminderDaysBefore), at);
    return attendees
      .filter((person) => known.has(person) && !away.has(`${key}/${person}`))
      .flatMap((person): Owed[] => {
        const common = {
          kind: 'task',
          ...{ rule, person, by: begins.toString() },
          ...(urn === undefined ? {} : { urn }),
          otherwise: 'It begins without you knowing what it is about.',
        } as const;
        const agenda = {
          ...common,
          key: `agenda/${key}/${start}/${person}`,
          title: `Read the agenda of ${title} on ${dayInWords(date)}`,
          since: sent.toString(),
          because: 'You are one of its people, and can add to it.',
        };
        const reminder = {
          ...common,
          key: `meeting/${key}/${start}/${person}`,
          title: `${title} on ${dayInWords(date)}`,
          since: reminded.toString(),
          because: 'You are one of its people: say so if you cannot come.',
        };
        return [
          { task: agenda, until: reminded },
          { task: reminder, until: begins },
        ];
      });
  });
}

/** The date so many school days before another; where the calendar has too few of them before it, so many days. */
function schoolDayBefore(policy: TrustPolicy, date: string, days: number): string {
  let left = days;
  for (let back = 0; back <= FURTHEST; back += 1) {
    const day = shifted(date, -back);
    if (left === 0) return day;
    if (isSchoolDay(policy, shifted(day, -1))) left -= 1;
  }
  return shifted(date, -days);
}
