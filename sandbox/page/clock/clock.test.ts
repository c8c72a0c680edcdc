import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { instantOf, jumps, wallClock } from './jumps.ts';
import { dateAndTime, whenInChat } from './words.ts';

const zone = 'Europe/London';
const at = (text: string) => Temporal.Instant.from(text);
const labelled = (now: string) =>
  Object.fromEntries(jumps(at(now), zone).map((jump) => [jump.label, jump.at.toString()]));

describe("the clock's jumps", () => {
  it('all lie ahead, also from a Monday morning', () => {
    const monday = '2026-11-23T08:00:00Z';
    expect(labelled(monday)).toEqual({
      'Next hour': '2026-11-23T09:00:00Z',
      'Next day, 08:00': '2026-11-24T08:00:00Z',
      'Next Monday, 08:00': '2026-11-30T08:00:00Z',
    });
  });
  it('go to eight o’clock on the wall over a change of the clocks', () => {
    expect(labelled('2027-03-27T12:00:00Z')['Next day, 08:00']).toBe('2027-03-28T07:00:00Z');
    expect(labelled('2026-10-24T12:00:00Z')['Next Monday, 08:00']).toBe('2026-10-26T08:00:00Z');
  });
  it('read and write the wall clock of the tenant', () => {
    expect(instantOf('2026-06-01T14:00', zone)?.toString()).toBe('2026-06-01T13:00:00Z');
    expect(instantOf('soon', zone)).toBeUndefined();
    expect(wallClock(at('2026-06-01T13:00:00Z'), zone)).toBe('2026-06-01T14:00');
  });
});

describe('times in words', () => {
  it('are British and of the tenant’s zone', () => {
    expect(dateAndTime(at('2026-06-01T13:05:00Z'), zone)).toBe('Mon 1 Jun 2026, 14:05');
  });
  it('leave out what goes without saying in a chat', () => {
    const now = at('2026-11-23T12:00:00Z');
    expect(whenInChat(at('2026-11-23T08:00:00Z'), now, zone)).toBe('08:00');
    expect(whenInChat(at('2026-11-22T23:00:00Z'), now, zone)).toBe('Yesterday 23:00');
    expect(whenInChat(at('2026-11-02T08:00:00Z'), now, zone)).toBe('2 Nov 08:00');
    expect(whenInChat(at('2025-11-02T08:00:00Z'), now, zone)).toBe('2 Nov 2025 08:00');
  });
});
