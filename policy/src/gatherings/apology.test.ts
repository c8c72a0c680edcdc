import { describe, expect, test } from 'vitest';
import type { Person } from '../trust/people.ts';
import { invitedTo, standInOf } from './apology.ts';

const person = (id: string, name: string): Person => ({ id, name, email: `${id}@owls.example`, roles: [] });
const PEOPLE = [person('ana', 'Ana Silva'), person('bo', 'Bo Reed'), person('cy', 'Cy Hart'), person('dee', 'Cy Hart')];
const MEETING = { key: 'team/1', attendees: ['ana', 'bo'] };
const away = (who: string, instead = '', gathering = MEETING.key) => ({
  ...{ gathering, person: who, instead, because: '', at: '2026-09-01T09:00:00Z' },
});

describe('whom an invitation goes to', () => {
  test('is all of a meeting’s people as long as nobody said no to this one', () => {
    expect(invitedTo(MEETING, [away('ana', '', 'team/2')], PEOPLE)).toEqual(['ana', 'bo']);
  });

  test('leaves out who cannot come and asks who comes instead, once', () => {
    expect(invitedTo({ ...MEETING, attendees: ['bo'] }, [away('bo', ' ana silva ')], PEOPLE)).toEqual(['ana']);
    expect(invitedTo(MEETING, [away('bo', 'Ana Silva')], PEOPLE)).toEqual(['ana']);
  });

  test('asks no stand-in who cannot come either, nor that of somebody who is no longer of the meeting', () => {
    expect(invitedTo({ ...MEETING, attendees: ['bo'] }, [away('bo', 'Ana Silva'), away('ana')], PEOPLE)).toEqual([]);
    expect(invitedTo({ ...MEETING, attendees: ['ana'] }, [away('cy', 'Bo Reed')], PEOPLE)).toEqual(['ana']);
  });
});

describe('a stand-in', () => {
  test('is nobody where the name is not on record, or is two people’s', () => {
    expect(standInOf({ instead: 'Bo Reed' }, PEOPLE)?.id).toBe('bo');
    expect(standInOf({ instead: 'A supply teacher' }, PEOPLE)).toBeUndefined();
    expect(standInOf({ instead: 'Cy Hart' }, PEOPLE)).toBeUndefined();
    expect(standInOf({ instead: '' }, PEOPLE)).toBeUndefined();
  });
});
