// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { emptyDiary, minutesOfDay, startsOf, timeOfDay } from './diary.ts';

describe('a diary', () => {
  test('keeps the gap before and after each meeting, for each person and day alone', () => {
    const diary = emptyDiary(30);
    diary.book(['a', 'b'], '2026-09-09', 600, 660);
    diary.book(['a'], '2026-09-09', 800, 860);
    const free = (people: readonly string[], start: number, end: number, date = '2026-09-09') =>
      diary.free(people, date, start, end);
    expect(free(['a'], 510, 570)).toBe(true);
    expect(free(['a'], 511, 571)).toBe(false);
    expect(free(['a'], 690, 750)).toBe(true);
    expect(free(['a'], 689, 749)).toBe(false);
    expect(free(['a'], 710, 771)).toBe(false);
    expect(free(['b'], 710, 771)).toBe(true);
    expect(free(['c', 'a'], 610, 620)).toBe(false);
    expect(free(['c'], 610, 620)).toBe(true);
    expect(free(['a'], 610, 620, '2026-09-10')).toBe(true);
    expect(free([], 610, 620)).toBe(true);
  });

  test('reads and writes wall-clock times', () => {
    expect(minutesOfDay('09:30')).toBe(570);
    expect(timeOfDay(570)).toBe('09:30');
    expect(timeOfDay(0)).toBe('00:00');
    expect(timeOfDay(1439)).toBe('23:59');
  });
});

describe('when a meeting may begin', () => {
  const day = { from: '09:00', to: '12:00', everyMinutes: 60 };
  const starts = (time: string, minutes: number) => startsOf(day, { time, minutes }).map(timeOfDay);

  test('at its own time, then later, then earlier, always ending within the day', () => {
    expect(starts('10:00', 60)).toEqual(['10:00', '11:00', '09:00']);
    expect(starts('10:00', 61)).toEqual(['10:00', '09:00']);
    expect(starts('09:00', 60)).toEqual(['09:00', '10:00', '11:00']);
    expect(starts('11:00', 60)).toEqual(['11:00', '09:00', '10:00']);
  });

  test('in the evening at its own time only', () => {
    expect(starts('11:01', 60)).toEqual(['11:01']);
    expect(starts('17:00', 60)).toEqual(['17:00']);
  });
});
