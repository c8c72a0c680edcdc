import type { MeetingsView } from '@owls/policy';
import { deliveriesIn } from './arrivals.ts';
import { postsOf } from './category-round.ts';
import { ChatUser } from './chat-user.ts';
import { eachOf } from './crowd.ts';
import type { Ground } from './ground.ts';
import type { Happenings } from './happenings.ts';

/**
 * Looks through every chat, the channel and the calendars for what is missing or doubled. One sentence a fault.
 * `expected` are the keys of all messages that were owed to people in this half term.
 */
export async function faultsIn(
  ground: Ground,
  halfTerm: string,
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
  const mine = [...counts].filter(([key]) => key.includes(`/${halfTerm}/`));
  const posts = await postsOf(ground, halfTerm);
  return [
    ...expected.filter((key) => !counts.has(key)).map((key) => `Missing: ${key}`),
    ...mine.filter(([, count]) => count > 1).map(([key, count]) => `Doubled: ${key} (${count} times)`),
    ...mine.filter(([key]) => !expected.includes(key)).map(([key]) => `Nobody owed this: ${key}`),
    ...(posts === 1 ? [] : [`The summary of ${halfTerm} was posted ${posts} times.`]),
    ...(seen.returns === seen.schools ? [] : [`${seen.returns} of ${seen.schools} schools returned.`]),
    ...(await faultsInCalendars(ground, halfTerm.split('/')[0] ?? '', seen)),
  ];
}

/** Each planned meeting stands once in the organiser's calendar; asked of the calendar itself, not of the service. */
async function faultsInCalendars(ground: Ground, year: string, seen: Happenings): Promise<readonly string[]> {
  const { recorded, asOf } = await ground.ceo.call<MeetingsView>('GET', `/meetings/${year}`);
  // A meeting that was past when the year was planned is put into no calendar afterwards.
  const invited = recorded.filter(({ state }) => state === 'in calendars');
  seen.meetings = invited.length;
  const from = `${year.slice(0, 4)}-08-01T00:00:00Z`;
  const to = `${Number(year.slice(0, 4)) + 1}-08-31T00:00:00Z`;
  const { control, place } = ground.local;
  const events = await control.calendar(place.organiser, from, to);
  seen.events = events.length;
  const doubled = events.length - new Set(events.map(({ subject, start }) => `${subject} ${start.dateTime}`)).size;
  const wanting = recorded.filter(({ state, start }) => state === 'agreed' && start > asOf.slice(0, 16)).length;
  return [
    ...(events.length === recorded.length
      ? []
      : [`${recorded.length} meetings are planned, ${events.length} events stand.`]),
    ...(doubled === 0 ? [] : [`${doubled} events stand twice.`]),
    ...(wanting === 0 ? [] : [`${wanting} meetings are in no calendar.`]),
  ];
}
