import { describe, expect, test } from 'vitest';
import { ASH, BROOK, CEO, facts, HEAD_ASH, HEAD_BROOK, HEAD_TWO, person } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { RecordedGathering } from './gathering.ts';
import { agreedGathering } from './gatherings.examples.ts';
import { type MeetingAct, meetingAccess } from './meeting-access.ts';

const LEADS = person('p-leads', 'Ola Berg');
const THERE = person('p-there', 'Kit Lowe');
const RECORDS = person('p-records', 'Sol Nye');
const AWAY = person('p-away', 'Uma Ray');
const ACTS: readonly MeetingAct[] = ['read', 'write', 'conclude'];

const meeting = (other: Partial<RecordedGathering> = {}) =>
  agreedGathering({ attendees: [LEADS.id, THERE.id], ...other });
/** What somebody may do with a meeting, in words. */
const may = (who: typeof CEO, other: Partial<RecordedGathering> = {}) =>
  ACTS.filter((act) => meetingAccess(OWLS, facts(), who, meeting(other), act).allowed).join(' ');

describe('M1: a meeting is its people’s', () => {
  test('its chair, its recorder and who plans end its minutes; others of it read and write; nobody else reads', () => {
    expect(may(LEADS)).toBe('read write conclude');
    expect(may(THERE)).toBe('read write');
    expect(may(CEO)).toBe('read write conclude');
    expect(may(AWAY)).toBe('');
    expect(may(RECORDS, { recorder: RECORDS.id })).toBe('read write conclude');
    expect(may(LEADS, { recorder: RECORDS.id })).toBe('read write conclude');
    expect(may(THERE, { recorder: RECORDS.id })).toBe('read write');
  });

  test('heads read a meeting that their school sends somebody to, of their own school and cluster only', () => {
    const sent = { sentBySchools: ['subject leader'] };
    expect(may(HEAD_ASH)).toBe('');
    expect(may(HEAD_ASH, sent)).toBe('read');
    expect(may(HEAD_ASH, { ...sent, urn: ASH.urn })).toBe('read');
    expect(may(HEAD_ASH, { ...sent, urn: BROOK.urn })).toBe('');
    expect(may(HEAD_BROOK, { ...sent, urn: BROOK.urn })).toBe('read');
    expect(may(HEAD_ASH, { ...sent, cluster: 'North' })).toBe('read');
    expect(may(HEAD_ASH, { ...sent, cluster: 'South' })).toBe('');
    expect(may(HEAD_TWO, { ...sent, cluster: 'South' })).toBe('read');
    expect(may(AWAY, sent)).toBe('');
    const headOfNone = person('p-lost', 'Ned Orr', ['head', { kind: 'school', urn: '999999' }]);
    expect(may(headOfNone, sent)).toBe('');
  });

  test('says who could', () => {
    const said = (act: MeetingAct, who = AWAY) => meetingAccess(OWLS, facts(), who, meeting(), act);
    expect(said('read')).toEqual({
      allowed: false,
      rule: 'M1',
      because: "You can't read School improvement team.",
      wouldChange: 'One of its people can.',
    });
    expect(said('conclude', THERE)).toMatchObject({
      because: "You can't end the minutes of School improvement team.",
      wouldChange: 'Its recorder, its chair or who plans meetings can.',
    });
    expect(said('read', LEADS)).toEqual({
      allowed: true,
      rule: 'M1',
      because: 'You are one of the people of School improvement team, or plan meetings.',
    });
  });
});
