import { access, type Decision } from '../access/access.ts';
import { headedBy } from '../access/roles.ts';
import type { Facts } from '../facts.ts';
import type { Person } from '../trust/people.ts';
import { schoolOf } from '../trust/school-of.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import type { RecordedGathering } from './gathering.ts';

/** What somebody does with one meeting: open it, write into it, or end its minutes. */
export type MeetingAct = 'read' | 'write' | 'conclude';

/**
 * Whether a person may do something with a meeting (M1). Its people read it and write into it: agenda, decisions and
 * actions belong to those who meet. Heads read a meeting their school sends somebody to. Its recorder, its chair and who
 * plans meetings end its minutes. Nobody else learns that it is there.
 */
export function meetingAccess(
  policy: TrustPolicy,
  facts: Pick<Facts, 'schools'>,
  person: Person,
  gathering: Pick<RecordedGathering, 'attendees' | 'recorder' | 'sentBySchools' | 'cluster' | 'urn' | 'title'>,
  act: MeetingAct,
): Decision {
  const { attendees, recorder, title } = gathering;
  const plans = access(policy, person, 'meetings.plan', facts).allowed;
  const leads = person.id === (recorder ?? attendees[0]) || person.id === attendees[0];
  const there = attendees.includes(person.id) || person.id === recorder;
  const may = plans || leads || (act !== 'conclude' && there) || (act === 'read' && sends(facts, person, gathering));
  if (may) return { allowed: true, rule: 'M1', because: `You are one of the people of ${title}, or plan meetings.` };
  const who = act === 'conclude' ? 'Its recorder, its chair or who plans meetings' : 'One of its people';
  return {
    allowed: false,
    rule: 'M1',
    because: `You can't ${act === 'conclude' ? 'end the minutes of' : act} ${title}.`,
    wouldChange: `${who} can.`,
  };
}

function sends(
  facts: Pick<Facts, 'schools'>,
  person: Person,
  { sentBySchools, cluster, urn }: Pick<RecordedGathering, 'sentBySchools' | 'cluster' | 'urn'>,
): boolean {
  if (sentBySchools.length === 0) return false;
  return headedBy(person).some((own) => {
    const school = schoolOf(facts, own);
    return school !== undefined && (urn === undefined || urn === own) && (!cluster || cluster === school.cluster);
  });
}
