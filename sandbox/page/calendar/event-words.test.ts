import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../control/answers.ts';
import { answersCounted, ownAnswer } from './event-words.ts';

const time = { dateTime: '2026-10-20T13:00:00.0000000', timeZone: 'UTC' };
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({ id: 'e', start: time, end: time, ...more });
const attendee = (response: string) => ({ emailAddress: { address: `${response}@x` }, status: { response } });

describe('answers to an invitation', () => {
  it('are counted in words, those that came first', () => {
    const attendees = ['none', 'declined', 'accepted', 'accepted', 'tentativelyAccepted', 'notResponded'].map(attendee);
    expect(answersCounted(event({ attendees }))).toBe('2 accepted, 1 tentative, 1 declined, 2 not answered');
    expect(answersCounted(event())).toBe('');
  });
  it('are asked of whoever is invited, while the meeting stands', () => {
    const invited = { responseStatus: { response: 'notResponded' }, isOrganizer: false };
    expect(ownAnswer(event(invited))).toBe('notResponded');
    expect(ownAnswer(event({ ...invited, isCancelled: true }))).toBeUndefined();
    expect(ownAnswer(event({ responseStatus: { response: 'organizer' }, isOrganizer: true }))).toBeUndefined();
    expect(ownAnswer(event())).toBeUndefined();
  });
});
