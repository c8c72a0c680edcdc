import { ceoOf } from '../access/roles.ts';
import { instantAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import { onSchoolDay, shifted } from '../calendar/day-offset.ts';
import type { Facts } from '../facts.ts';
import { isPeerReview } from '../peer-review/review-gatherings.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { RecordedGathering } from './gathering.ts';
import type { GatheringsPolicy } from './gatherings-policy.ts';
import type { Minutes } from './minutes.ts';
import type { Owed } from './owed.ts';

/** Minutes wanted of each gathering that is over, and after M6 the priorities it agreed. */
export function minutesTasks(
  policy: TrustPolicy,
  own: GatheringsPolicy,
  facts: Facts,
  gatherings: readonly RecordedGathering[],
  minutes: readonly Minutes[],
  today: string,
): readonly Owed[] {
  const kept = new Map(minutes.map((one) => [one.gathering, one]));
  const oldest = shifted(today, -own.minutes.droppedAfterDays);
  // A peer review ends in a report, by its own protocol (M32).
  const over = gatherings.filter(
    (one) => !isPeerReview(one) && oldest <= one.end.slice(0, 10) && one.end.slice(0, 10) < today,
  );
  return over.flatMap((gathering): readonly Owed[] => {
    const person = recorderOf(facts, gathering);
    if (person === undefined) return [];
    const held = gathering.end.slice(0, 10);
    const last = shifted(held, own.minutes.droppedAfterDays);
    const until = instantAt(policy, last, own.minutes.at);
    const common = {
      kind: 'task',
      rule: gathering.rule,
      person,
      ...(gathering.urn === undefined ? {} : { urn: gathering.urn }),
      since: onSchoolDay(policy, held, { days: 1, at: own.minutes.at }, last).toString(),
      by: onSchoolDay(policy, held, { days: own.minutes.dueDays, at: '17:00' }, last).toString(),
    } as const;
    const record = kept.get(gathering.key);
    if (!record) {
      const task = {
        ...common,
        key: `minutes/${gathering.key}`,
        title: `Record what came of ${gathering.title} on ${dayInWords(held)}`,
        because: `${gathering.title} was planned for ${held} and nothing is recorded of it yet.`,
        otherwise: 'It counts as not held, and nobody is asked to do what it agreed.',
      };
      return [{ task, until }];
    }
    if (gathering.rule !== 'M6' || record.state !== 'held' || record.priorities.length > 0) return [];
    const task = {
      ...common,
      key: `priorities/${gathering.key}`,
      title: `Record the partnership priorities for ${gathering.year}`,
      because: `${gathering.title} is minuted without the priorities it agreed.`,
      otherwise: 'The agendas of the year have no priorities to show.',
    };
    return [{ task, until }];
  });
}

/** Who minutes it: the one named, else the chair, else the CEO where that person is no longer on record. */
function recorderOf(facts: Facts, { recorder, attendees }: RecordedGathering): string | undefined {
  const onRecord = [recorder, attendees[0]].find((id) => facts.people.some((person) => person.id === id));
  return onRecord ?? ceoOf(facts)?.id;
}
