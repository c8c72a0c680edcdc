// @ts-nocheck
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../examples/trust.examples.ts';
import { planned } from './gatherings.examples.ts';
import { ics } from './ics.ts';

const NOW = at('2026-08-01T09:00');
const MEETING = {
  key: 'board/2026-27/autumn',
  title: 'Board of directors',
  start: '2026-10-20T17:00',
  end: '2026-10-20T19:00',
  place: 'Trust office',
  agenda: ['Headlines', 'Priorities'],
  reminderMinutes: 1440,
};
const written = (other: Partial<typeof MEETING> = {}) => ics([{ ...MEETING, ...other }], 'Europe/London', NOW);
const octets = (line: string) => encodeURIComponent(line).replace(/%../g, 'x').length;
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('meetings as a calendar file (RFC 5545)', () => {
  test('an event in UTC with its place, agenda and reminder', () => {
    expect(unfolded(written())).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//OWLS School Improvement//EN',
      'BEGIN:VEVENT',
      'UID:board/2026-27/autumn@owls-school-improvement',
      'DTSTAMP:20260801T080000Z',
      'DTSTART:20261020T160000Z',
      'DTEND:20261020T180000Z',
      'SUMMARY:Board of directors',
      'LOCATION:Trust office',
      'DESCRIPTION:- Headlines\\n- Priorities',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Board of directors',
      'TRIGGER:-PT1440M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('the same wall-clock time is another UTC time after the clocks go back', () => {
    expect(written({ start: '2026-10-27T17:00' })).toContain('DTSTART:20261027T170000Z');
  });

  test('no agenda and no reminder leave no empty line behind', () => {
    const text = written({ agenda: [], reminderMinutes: 0 });
    expect(text).not.toContain('DESCRIPTION');
    expect(text).not.toContain('VALARM');
  });

  test('commas, semicolons, backslashes and line breaks are escaped: no text can begin a line of its own', () => {
    const lines = unfolded(written({ title: 'A, B; C\\D\r\nEND:VEVENT\nX\u0007' }));
    expect(lines).toContain('SUMMARY:A\\, B\\; C\\\\D\\nEND:VEVENT\\nX ');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  test('no line is longer than 75 octets, and unfolding gives every text back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = written({ title });
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const summary = unfolded(text).find((line) => line.startsWith('SUMMARY:')) ?? '';
        const back = summary.slice(8).replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
        expect(back).toBe(title.replace(/\r\n|\r/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' '));
      }),
    );
  });

  test('a whole year has an event for each meeting, each with its own UID', () => {
    const uids = unfolded(ics(planned(), 'Europe/London', NOW)).filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(planned().length);
    expect(ics([], 'Europe/London', NOW)).not.toContain('VEVENT');
  });
});
