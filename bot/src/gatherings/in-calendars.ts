/**
 * Invitations follow what people said about coming: the event of a meeting loses who cannot come and gains the stand-in
 * who is on record; who comes after all is invited again. Only the organiser's calendar is touched, since that is the one
 * mailbox the service is given.
 */
import { momentOf, type Person, standInOf } from '@owls/policy';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Graph } from '../m365/graph.ts';
import { GraphFailure } from '../m365/graph-failure.ts';
import type { World } from '../world.ts';
import type { Coming } from './rows.ts';

const Attendee = z.looseObject({
  type: z.string().optional(),
  emailAddress: z.looseObject({ name: z.string().optional(), address: z.string() }),
});
const Event = z.looseObject({ attendees: z.array(Attendee).default([]) });

interface Invited {
  readonly name: string;
  readonly address: string;
}

/** Returns how many answers reached a calendar; one that fails stays owed and is tried with the next beat. */
export async function answersIntoCalendars(
  world: World,
  graph: Graph,
  { organiser }: Pick<Config, 'organiser'>,
  stop: AbortSignal,
): Promise<number> {
  let told = 0;
  for (const coming of world.gatherings.comings()) {
    if (stop.aborted || coming.inCalendar) continue;
    const meeting = world.facts().meetings.find(({ key }) => key === coming.gathering);
    if (meeting === undefined || meeting.state === 'cancelled') continue;
    const begins = momentOf(world.policy, meeting.start).epochMilliseconds;
    if (meeting.eventId === undefined || begins <= world.now().epochMilliseconds) continue;
    try {
      await invite(graph, organiser, meeting.eventId, wanted(coming, world));
      await world.gatherings.inCalendar([coming]);
      told += 1;
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      world.log.warn({ err: error, meeting: coming.gathering }, 'an answer could not be put into a calendar yet');
    }
  }
  return told;
}

/** Who leaves the invitation and who joins it. */
function wanted(coming: Coming, world: World): { without: Invited[]; besides: Invited[] } {
  const { people } = world.facts();
  const invited = (person: Person | undefined): Invited[] =>
    person === undefined || person.email === '' ? [] : [{ name: person.name, address: person.email }];
  const said = invited(people.find(({ id }) => id === coming.person));
  return coming.state === 'comes after all'
    ? { without: [], besides: said }
    : { without: said, besides: invited(standInOf(coming, people)) };
}

async function invite(
  graph: Graph,
  organiser: string,
  eventId: string,
  { without, besides }: { readonly without: readonly Invited[]; readonly besides: readonly Invited[] },
): Promise<void> {
  const url = `/users/${encodeURIComponent(organiser)}/events/${encodeURIComponent(eventId)}`;
  const { attendees } = Event.parse(await graph.get(`${url}?$select=attendees`));
  const gone = new Set(without.map(({ address }) => address.toLowerCase()));
  const left = attendees.filter(({ emailAddress }) => !gone.has(emailAddress.address.toLowerCase()));
  const there = new Set(left.map(({ emailAddress }) => emailAddress.address.toLowerCase()));
  const joining = besides.filter(({ address }) => !there.has(address.toLowerCase()));
  if (left.length === attendees.length && joining.length === 0) return;
  await graph.send({
    method: 'PATCH',
    url,
    body: {
      attendees: [
        ...left.map(({ emailAddress, type = 'required' }) => ({
          emailAddress: { name: emailAddress.name ?? emailAddress.address, address: emailAddress.address },
          type,
        })),
        ...joining.map((emailAddress) => ({ emailAddress, type: 'required' })),
      ],
    },
  });
}
