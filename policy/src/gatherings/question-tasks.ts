import { access } from '../access/access.ts';
import { ceoOf } from '../access/roles.ts';
import { instantAt } from '../calendar/academic-calendar.ts';
import { dayInWords } from '../calendar/day-in-words.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { RecordedGathering } from './gathering.ts';
import { momentOf, type Owed } from './owed.ts';

/**
 * A meeting ahead whose event somebody deleted or cancelled in Outlook (M3-M12): one person who may say what is to
 * become of it is asked, until it is answered or the meeting's time has come. Gone once more, it is asked once more.
 */
export function questionTasks(
  policy: TrustPolicy,
  facts: Pick<Facts, 'people' | 'schools'>,
  gatherings: readonly RecordedGathering[],
  today: string,
): readonly Owed[] {
  return gatherings.flatMap((gathering): readonly Owed[] => {
    const { key, rule, urn, title, start, question, again = 0, attendees } = gathering;
    const asked = question === undefined ? undefined : askedPerson(policy, facts, attendees[0]);
    if (asked === undefined) return [];
    const until = momentOf(policy, start);
    const task = {
      kind: 'task',
      key: `gone/${key}/${again}/${asked.id}`,
      ...{ rule, person: asked.id },
      ...(urn === undefined ? {} : { urn }),
      title: `Say what becomes of ${title} on ${dayInWords(start)}`,
      // When it went is on no record: whatever was seen gone is asked about today.
      since: instantAt(policy, today, '00:00').toString(),
      by: until.toString(),
      because: 'Somebody deleted or cancelled it in Outlook, and nothing was said about it here.',
      otherwise: 'It stays in the plan, and in nobody’s calendar.',
    } as const;
    return [{ task, until }];
  });
}

/** Whoever leads the meeting, if they may plan, else the CEO, else the first on record who may. */
function askedPerson(
  policy: TrustPolicy,
  facts: Pick<Facts, 'people' | 'schools'>,
  leader: string | undefined,
): Person | undefined {
  const leads = facts.people.find(({ id }) => id === leader);
  return [leads, ceoOf(facts), ...facts.people]
    .filter((person) => person !== undefined)
    .find((person) => access(policy, person, 'meetings.plan', facts).allowed);
}
