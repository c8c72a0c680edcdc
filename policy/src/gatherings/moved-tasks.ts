import { instantAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { Facts } from '../facts.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { type Apology, movedSince } from './apology.ts';
import type { RecordedGathering } from './gathering.ts';
import { momentOf, type Owed } from './owed.ts';

/**
 * Whoever said that they cannot come to a meeting hears once that it is at another time, for perhaps they can come then
 * (M4-M12): their invitation is gone, so Outlook does not tell them. Told until it begins, and not while nobody has said
 * whether it takes place at all.
 */
export function movedTasks(
  policy: TrustPolicy,
  facts: Pick<Facts, 'people'>,
  gatherings: readonly RecordedGathering[],
  apologies: readonly Apology[],
  today: string,
): readonly Owed[] {
  const known = new Set(facts.people.map(({ id }) => id));
  const meetings = new Map(gatherings.map((one) => [one.key, one]));
  return apologies.flatMap((apology): readonly Owed[] => {
    const { gathering: key, person } = apology;
    const meeting = meetings.get(key);
    if (meeting === undefined || meeting.question !== undefined) return [];
    const { rule, urn, title, start, attendees } = meeting;
    if (!known.has(person) || !attendees.includes(person) || !movedSince(apology, meeting)) return [];
    const until = momentOf(policy, start);
    const task = {
      kind: 'task',
      key: `moved/${key}/${start}/${person}`,
      ...{ rule, person },
      ...(urn === undefined ? {} : { urn }),
      title: `Can you come now? ${title} is on ${dayInWords(start)} at ${start.slice(11)}`,
      // When it was moved is on no record: whoever is found waiting is told today.
      since: instantAt(policy, today, '00:00').toString(),
      by: until.toString(),
      because: 'You said that you could not come, and it has another time since.',
      otherwise: 'You stay off the invitation.',
    } as const;
    return [{ task, until }];
  });
}
