import { headOf } from '../access/roles.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { Apology } from './apology.ts';
import type { RecordedGathering } from './gathering.ts';
import { momentOf, type Owed } from './owed.ts';

/** Whoever leads a meeting, and the head of the school that hosts it, hear who cannot come, until it begins (M4-M12). */
export function absenceTasks(
  policy: TrustPolicy,
  facts: Pick<Facts, 'people'>,
  gatherings: readonly RecordedGathering[],
  apologies: readonly Apology[],
  today: string,
): readonly Owed[] {
  const ahead = new Map(gatherings.filter(({ start }) => today <= start.slice(0, 10)).map((one) => [one.key, one]));
  return apologies.flatMap(({ gathering, person, instead, because, at }): readonly Owed[] => {
    const meeting = ahead.get(gathering);
    const absent = facts.people.find(({ id }) => id === person);
    if (!meeting || !absent) return [];
    const host = meeting.host === undefined ? undefined : headOf(facts, meeting.host)?.id;
    const told = [...new Set([meeting.attendees[0], host])].filter((id) => facts.people.some((one) => one.id === id));
    const until = momentOf(policy, meeting.start);
    const stands = instead === '' ? 'Nobody comes instead.' : `${instead} comes instead.`;
    return told.flatMap((id): readonly Owed[] => {
      if (id === undefined || id === person) return [];
      const task = {
        kind: 'task',
        key: `absent/${gathering}/${person}/${id}`,
        rule: meeting.rule,
        person: id,
        ...(meeting.urn === undefined ? {} : { urn: meeting.urn }),
        title: `${absent.name} cannot come to ${meeting.title} on ${dayInWords(meeting.start)}`,
        since: at,
        by: until.toString(),
        because: because === '' ? stands : `${stands} The reason given: ${because}`,
        otherwise: 'It takes place without them; there is nothing you have to do.',
      } as const;
      return [{ task, until }];
    });
  });
}
