/** The list of calendar feeds: whose secret link opens whose meetings. The secret itself is kept nowhere. */
import { type Fields, list, moment, text } from '../store/list-definition.ts';
import type { Row } from '../store/row.ts';

export interface CalendarFeed {
  /** Person id. */
  readonly person: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly hash: string;
  readonly at: string;
}

export const CALENDAR_FEEDS = list('Calendar feeds', 'Secret links by which people subscribe to their meetings.', [
  text('Hash', 'Hash of the secret'),
  moment('At', 'Made'),
]);

export function readFeed(row: Row): CalendarFeed {
  return {
    person: row.key(/^\S+$/, 'a person id'),
    hash: row.neededText('Hash', /^[0-9a-f]{64}$/, 'a hash'),
    at: row.neededMoment('At'),
  };
}

export const feedFields = ({ person, hash, at }: CalendarFeed): Fields => ({
  Key: person,
  Title: person,
  Hash: hash,
  At: at,
});
