/** When people are taken, as their own calendars say: asked through the organiser's mailbox, many people in a request. */
import type { BusyTime, Person } from '@owls/policy';
import { hasMailbox } from '@owls/policy';
import { z } from 'zod';
import type { Graph } from '../m365/graph.ts';
import { wallClock } from './event.ts';

/** Graph takes at most twenty mailboxes in one question, for at most 62 days. */
const MOST_PEOPLE = 20;
/** Only these keep somebody from a meeting. */
const TAKEN = new Set(['busy', 'oof', 'tentative']);

const Moment = z.object({ dateTime: z.string(), timeZone: z.string() });
const Schedules = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      scheduleItems: z.array(z.object({ status: z.string(), start: Moment, end: Moment })).nullish(),
      error: z.object({ message: z.string().nullish(), responseCode: z.string().nullish() }).nullish(),
    }),
  ),
});

export interface FreeBusy {
  readonly busy: readonly BusyTime[];
  /** Person ids whose calendar could not be read, with why. */
  readonly unknown: readonly { readonly person: string; readonly says: string }[];
}

/** `from` and `to` are wall-clock in `timeZone`, at most 62 days apart. */
export async function freeBusy(
  graph: Graph,
  organiser: string,
  people: readonly Person[],
  { from, to, timeZone }: { readonly from: string; readonly to: string; readonly timeZone: string },
): Promise<FreeBusy> {
  const reached = people.filter(hasMailbox);
  const none = people
    .filter((person) => !reached.includes(person))
    .map(({ id, name }) => ({ person: id, says: `${name} has no e-mail address on record.` }));
  const parts = Array.from({ length: Math.ceil(reached.length / MOST_PEOPLE) }, (_, part) =>
    reached.slice(part * MOST_PEOPLE, (part + 1) * MOST_PEOPLE),
  );
  const answers = await graph.batch(
    parts.map((part) => ({
      method: 'POST',
      url: `/users/${encodeURIComponent(organiser)}/calendar/getSchedule`,
      headers: { Prefer: 'outlook.timezone="UTC"' },
      body: {
        schedules: part.map(({ email }) => email),
        startTime: { dateTime: `${from}:00`, timeZone },
        endTime: { dateTime: `${to}:00`, timeZone },
      },
      // It only reads.
      repeatable: true,
    })),
  );
  const read = parts.map((part, place) => readPart(part, answers[place]?.status ?? 0, answers[place]?.body, timeZone));
  return {
    busy: read.flatMap(({ busy }) => busy),
    unknown: [...none, ...read.flatMap(({ unknown }) => unknown)],
  };
}

function readPart(part: readonly Person[], status: number, body: unknown, timeZone: string): FreeBusy {
  const schedules = Schedules.safeParse(body);
  if (status >= 300 || status === 0 || !schedules.success) {
    const says =
      status === 403
        ? 'The app may not read calendars through the organiser’s mailbox.'
        : `Outlook answered ${status}.`;
    return { busy: [], unknown: part.map(({ id }) => ({ person: id, says })) };
  }
  const byAddress = new Map(schedules.data.value.map((one) => [one.scheduleId.toLowerCase(), one]));
  const read = part.map(({ id, name, email }): FreeBusy => {
    const there = byAddress.get(email.toLowerCase());
    if (there === undefined || there.error) {
      return { busy: [], unknown: [{ person: id, says: `Outlook finds no mailbox for ${name} (${email}).` }] };
    }
    const busy = (there.scheduleItems ?? [])
      .filter(({ status: said }) => TAKEN.has(said.toLowerCase()))
      .map(({ start, end }) => ({ person: id, start: wallClock(start, timeZone), end: wallClock(end, timeZone) }));
    return { busy, unknown: [] };
  });
  return { busy: read.flatMap(({ busy }) => busy), unknown: read.flatMap(({ unknown }) => unknown) };
}
