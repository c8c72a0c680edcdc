import type { HalfTermId, PlanView } from '@owls/policy';
import { eventsIn } from '../local/calendars.ts';
import { deliveriesIn } from './arrivals.ts';
import { postsOf } from './category-round.ts';
import { ChatUser } from './chat-user.ts';
import { eachOf } from './crowd.ts';
import type { Ground } from './ground.ts';
import type { Happenings } from './happenings.ts';

/**
 * Looks through every chat, the channel and the calendars for what is missing or doubled. One sentence a fault.
 * `expected` are the keys of all messages that were owed to people in these half terms.
 */
export async function faultsIn(
  ground: Ground,
  rounds: readonly HalfTermId[],
  years: readonly string[],
  expected: readonly string[],
  seen: Happenings,
  tell: (step: string) => void,
): Promise<readonly string[]> {
  const counts = new Map<string, number>();
  await eachOf(
    ground.people,
    8,
    async ({ id }) => {
      for (const message of await new ChatUser(ground.local.control, id).messages()) {
        for (const key of deliveriesIn(message)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    },
    (done, total) => tell(`Looking for what is missing or doubled (${Math.round((done / total) * 100)} %)`),
  );
  // Meetings have cards of their own, owed by the calendar: of them only that none came twice is looked at.
  const ofRounds = [...counts.keys()].filter(
    (key) => /^(soap|category)/.test(key) && rounds.some((round) => key.includes(`/${round}/`)),
  );
  const owed = new Set(expected);
  const posts: string[] = [];
  for (const round of rounds) {
    const times = await postsOf(ground, round);
    if (times !== 1) posts.push(`The summary of ${round} was posted ${times} times.`);
  }
  const returns = seen.schools * rounds.length;
  return [
    ...expected.filter((key) => !counts.has(key)).map((key) => `Missing: ${key}`),
    ...[...counts].filter(([, count]) => count > 1).map(([key, count]) => `Doubled: ${key} (${count} times)`),
    ...ofRounds.filter((key) => !owed.has(key)).map((key) => `Nobody owed this: ${key}`),
    ...posts,
    ...(seen.returns === returns ? [] : [`${seen.returns} of ${returns} returns were made.`]),
    ...(await faultsInCalendars(ground, years, seen)),
  ];
}

/** Each planned meeting stands once in the organiser's calendar; asked of Graph itself, not of the service. */
async function faultsInCalendars(
  ground: Ground,
  years: readonly string[],
  seen: Happenings,
): Promise<readonly string[]> {
  if (years.length === 0) return [];
  const faults: string[] = [];
  let recorded = 0;
  for (const year of years) {
    const { meetings } = await ground.ceo.call<PlanView>('GET', `/plan/${year}`);
    // A meeting that was past when the year was planned is put into no calendar afterwards.
    const wanting = meetings.filter(({ state, past }) => state === 'agreed' && !past);
    if (wanting.length > 0) faults.push(`${wanting.length} meetings of ${year} are in no calendar.`);
    recorded += meetings.filter(({ state }) => state === 'in calendars').length;
  }
  const firsts = years.map((year) => Number(year.slice(0, 4)));
  const events = await eventsIn(ground.local, { from: Math.min(...firsts), to: Math.max(...firsts) + 1 });
  seen.meetings = recorded;
  seen.events = events.length;
  const doubled = events.length - new Set(events.map(({ subject, start }) => `${subject} ${start.dateTime}`)).size;
  return [
    ...faults,
    ...(events.length === recorded ? [] : [`${recorded} meetings are planned, ${events.length} events stand.`]),
    ...(doubled === 0 ? [] : [`${doubled} events stand twice.`]),
  ];
}
