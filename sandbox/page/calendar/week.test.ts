import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../control/answers.ts';
import { reminderWords } from './event-words.ts';
import { inLanes, onDay, placed, weekOf } from './week.ts';

const event = (id: string, start: string, end: string, timeZone = 'UTC'): CalendarEvent => ({
  id,
  start: { dateTime: start, timeZone },
  end: { dateTime: end, timeZone },
});
const day = (text: string) => Temporal.PlainDate.from(text);

describe('a calendar', () => {
  it('has weeks that begin on Monday', () => {
    expect(weekOf(day('2026-11-29')).map(String).at(0)).toBe('2026-11-23');
    expect(weekOf(day('2026-11-23')).map(String).at(-1)).toBe('2026-11-29');
  });
  it('shows events on the clock of the tenant, in summer and in winter, whatever zone they came in', () => {
    const times = placed(
      [
        event('summer', '2026-06-01T13:00:00.0000000', '2026-06-01T14:00:00.0000000'),
        event('winter', '2026-11-24T14:00:00.0000000', '2026-11-24T15:00:00.0000000'),
        event('windows', '2026-12-01T14:00:00', '2026-12-01T15:00:00', 'GMT Standard Time'),
      ],
      'Europe/London',
    ).map(({ start }) => start.toPlainTime().toString({ smallestUnit: 'minute' }));
    expect(times).toEqual(['14:00', '14:00', '14:00']);
  });
  it('does not show an event that ends at midnight on the day after', () => {
    const events = placed([event('late', '2026-11-24T20:00:00', '2026-11-25T00:00:00')], 'Europe/London');
    expect(onDay(events, day('2026-11-24'))).toHaveLength(1);
    expect(onDay(events, day('2026-11-25'))).toHaveLength(0);
  });
  it('lays events that overlap side by side and gives the others the whole width', () => {
    const events = placed(
      [
        event('a', '2026-11-24T09:00:00', '2026-11-24T10:30:00'),
        event('b', '2026-11-24T10:00:00', '2026-11-24T11:00:00'),
        event('c', '2026-11-24T10:30:00', '2026-11-24T12:00:00'),
        event('d', '2026-11-24T14:00:00', '2026-11-24T15:00:00'),
      ],
      'Europe/London',
    );
    const lanes = Object.fromEntries(inLanes(events).map((each) => [each.event.id, `${each.lane} of ${each.lanes}`]));
    expect(lanes).toEqual({ a: '0 of 2', b: '1 of 2', c: '0 of 2', d: '0 of 1' });
  });
  it('says when one is reminded', () => {
    const remind = (minutes: number) =>
      reminderWords({ ...event('a', '', ''), isReminderOn: true, reminderMinutesBeforeStart: minutes });
    expect([remind(0), remind(15), remind(60), remind(2880)]).toEqual([
      'At the start',
      '15 minutes before',
      '1 hour before',
      '2 days before',
    ]);
    expect(reminderWords({ ...event('a', '', ''), isReminderOn: false, reminderMinutesBeforeStart: 15 })).toBe(
      'No reminder',
    );
  });
});
