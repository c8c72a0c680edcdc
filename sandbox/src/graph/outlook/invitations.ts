import { randomUUID } from 'node:crypto';
import type { Core } from '../../core/core.ts';
import { type User, userByAddress } from '../../entra/directory.ts';
import type { EventBody, Own } from './event.ts';
import { copiesOf, type Kept, keep } from './event-store.ts';

export const newId = () => `AAMkA${Buffer.from(randomUUID() + randomUUID()).toString('base64url')}`;
export const never = '0001-01-01T00:00:00Z';

/** Gives every attendee of the tenant a copy, brings the copies there are up to date, and cancels those of people no longer asked. */
export function invite(core: Core, meeting: Kept, asksAgain = false): void {
  const copies = copiesOf(core, meeting).filter((copy) => copy.id !== meeting.id);
  const asked = new Map<string, User>();
  for (const { emailAddress } of meeting.body.attendees) {
    const person = userByAddress(core.store, emailAddress.address);
    if (person && person.id !== meeting.mailbox) asked.set(person.id, person);
  }
  for (const copy of copies) if (!asked.has(copy.mailbox)) cancelCopy(core, copy);
  for (const person of asked.values()) {
    const old = copies.find((copy) => copy.mailbox === person.id);
    const { starts, ends, ical_uid } = meeting;
    const body = copied(meeting.body, asksAgain ? undefined : old?.body);
    keep(core, {
      ...(old ?? { id: newId(), mailbox: person.id, ical_uid, is_organiser: 0, transaction_id: null }),
      ...{ starts, ends, version: (old?.version ?? 0) + 1, body },
    });
  }
}

/** A meeting's body for an attendee: what is each person's own is kept, or fresh where there was no copy yet. */
function copied(body: EventBody, old: EventBody | undefined): EventBody {
  const { exceptions, ...rest } = body;
  const fresh: Own = {
    ...body.own,
    ...{ categories: [], extended: [], response: 'notResponded', responded: never, showAs: 'tentative' },
  };
  if (old) return { ...rest, own: old.own, ...(old.exceptions ? { exceptions: old.exceptions } : {}) };
  const theirs = Object.entries(exceptions ?? {}).map(([date, one]) => [
    date,
    one.removed ? one : { ...one, body: { ...one.body, own: fresh } },
  ]);
  return { ...rest, own: fresh, ...(exceptions ? { exceptions: Object.fromEntries(theirs) } : {}) };
}

/** What is left in an attendee's calendar of a meeting that was called off. */
export function cancelCopy(core: Core, copy: Kept): void {
  if (copy.body.isCancelled) return;
  const subject = `Canceled: ${copy.body.subject}`;
  const own = { ...copy.body.own, showAs: 'free' };
  keep(core, {
    ...copy,
    version: copy.version + 1,
    body: { ...copy.body, subject, isCancelled: true, modified: core.clock.isoSeconds(), own },
  });
}
