import type { Facts, MeetingAnswer, RecordedMeeting } from '@owls/policy';
import { OWLS, plan, planningFacts, yearPlan } from '@owls/policy';
import { chance, type ExampleTrust } from './trust.ts';

const YEAR = '2026-27';

/** Half of the year's heads' meetings stand in calendars, one was cancelled. */
export function recordedOf(trust: ExampleTrust): RecordedMeeting[] {
  const planned = plan(OWLS, trust, YEAR);
  return planned.slice(0, Math.ceil(planned.length / 2)).map((meeting, index) => ({
    ...meeting,
    state: index === 5 ? 'cancelled' : 'in calendars',
    eventId: `event-${index}`,
    version: '"1"',
    answers: answersOf(meeting.key, meeting.attendees),
  }));
}

/**
 * What a year looks like when people have been at it: most of it in calendars with answers, one meeting moved into a
 * holiday, one onto another, one at a school that has left, two deleted in Outlook.
 */
export function livedIn(facts: Facts): Facts {
  const known = new Set(facts.meetings.map(({ key }) => key));
  const gatherings = yearPlan(OWLS, planningFacts(facts), YEAR).gatherings.filter(({ key }) => !known.has(key));
  const recorded = gatherings
    .filter(({ start }) => start < '2027-03-01')
    .map(
      (one): RecordedMeeting => ({
        ...one,
        state: 'in calendars',
        eventId: `event-${one.key}`,
        version: '"1"',
        answers: answersOf(one.key, one.attendees),
      }),
    );
  const ahead = recorded.filter(({ start }) => start > '2026-12-11');
  const [first, second, third, fourth, fifth, sixth] = ahead;
  const change = new Map<string, Partial<RecordedMeeting>>([
    ...(first ? [[first.key, onDay(first, '2026-12-22')] as const] : []),
    ...(second && third
      ? [[second.key, { start: third.start, end: third.end, attendees: third.attendees }] as const]
      : []),
    ...(fourth ? [[fourth.key, { host: '999999', place: 'Harrowgate School' }] as const] : []),
    ...(fifth ? [[fifth.key, { question: 'gone from the calendar' as const }] as const] : []),
    ...(sixth ? [[sixth.key, { question: 'gone from the calendar' as const }] as const] : []),
  ]);
  return {
    ...facts,
    people: facts.people.map((one, place) => (place === 6 ? { ...one, email: '' } : one)),
    meetings: [...facts.meetings, ...recorded.map((one) => ({ ...one, ...change.get(one.key) }))],
  };
}

function onDay({ start, end }: RecordedMeeting, date: string): Partial<RecordedMeeting> {
  return { start: `${date}${start.slice(10)}`, end: `${date}${end.slice(10)}` };
}

function answersOf(key: string, attendees: readonly string[]): readonly MeetingAnswer[] {
  return attendees.flatMap((person): MeetingAnswer[] => {
    const roll = chance(key, person, 'answer');
    if (roll < 0.4) return [];
    return [{ person, answer: roll < 0.85 ? 'accepted' : roll < 0.93 ? 'tentative' : 'declined' }];
  });
}
