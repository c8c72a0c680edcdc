/** A person's meetings as a calendar file, and the secret link that opens it to a calendar outside the tenant. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { access, ics, type Person } from '@owls/policy';
import type { World } from '../world.ts';

/** 256 bits, so that no link is ever guessed. */
const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Whose link this is; undefined for one that was never given, was ended, or is of somebody no longer on record. */
export function personOf(world: Pick<World, 'planning' | 'facts'>, secret: string): Person | undefined {
  if (!SECRET.test(secret)) return undefined;
  const given = Buffer.from(hashOf(secret), 'hex');
  // Every feed is compared, whichever fits, so that the time taken says nothing.
  const found = world.planning.feeds().filter(({ hash }) => timingSafeEqual(Buffer.from(hash, 'hex'), given));
  return world.facts().people.find(({ id }) => id === found[0]?.person);
}

/** The agreed meetings this person is invited to, of every year, as they stand in calendars; nothing for who may not read meetings. */
export function calendarOf(world: World, person: Person, year?: string): string {
  const { policy } = world;
  const facts = world.facts();
  const may = access(policy, person, 'meetings.read', facts).allowed;
  const mine = facts.meetings.filter(
    (meeting) =>
      may &&
      meeting.state !== 'cancelled' &&
      meeting.attendees.includes(person.id) &&
      (year === undefined || meeting.year === year),
  );
  return ics(
    [...mine].sort((one, other) => (one.start < other.start ? -1 : 1)),
    policy.trust.timeZone,
    world.now(),
  );
}
