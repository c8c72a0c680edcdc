import { describe, expect, test } from 'vitest';
import { attendance } from './attendance.ts';
import type { Minutes } from './minutes.ts';

const meeting = (key: string, attendees: readonly string[], past = true) => ({
  ...{ key, title: `Meeting ${key}`, start: `2026-09-0${key}T09:00`, attendees, past },
  answers: [{ person: 'ann', answer: 'declined' }] as const,
});
const minutes = (gathering: string, attended: readonly string[]): Minutes => ({
  ...{ gathering, attended, state: 'held', on: `2026-09-0${gathering}`, by: 'ceo', at: '2026-09-09T12:00:00Z' },
  ...{ decisions: [], priorities: [], developmentAreas: [] },
});

describe('who came (M4-M12, M48)', () => {
  test('is taken from the minutes, a person counted where they were invited', () => {
    const both = [meeting('1', ['ann', 'bob']), meeting('2', ['ann'])];
    expect(attendance(both, [minutes('1', ['bob', 'guest']), minutes('2', ['ann'])])).toEqual({
      meetings: [
        { ...named('1'), invited: ['ann', 'bob'], attended: ['bob', 'guest'] },
        { ...named('2'), invited: ['ann'], attended: ['ann'] },
      ],
      people: [
        { person: 'ann', invited: 2, attended: 1 },
        { person: 'bob', invited: 1, attended: 1 },
      ],
      answers: [],
    });
  });

  test('leaves out what nobody minuted, and what was not held', () => {
    const snow: Minutes = {
      ...{ gathering: '1', state: 'not held', because: 'Snow.', by: 'ceo', at: '2026-09-09T12:00:00Z' },
    };
    expect(attendance([meeting('1', ['ann']), meeting('2', ['ann'])], [snow])).toMatchObject({
      meetings: [],
      people: [],
    });
  });

  test('tells the answers to what is ahead, where there are any', () => {
    const ahead = [meeting('1', ['ann'], false), { ...meeting('2', ['ann'], false), answers: [] }];
    expect(attendance(ahead, []).answers).toEqual([{ key: '1', answers: [{ person: 'ann', answer: 'declined' }] }]);
  });
});

const named = (key: string) => ({ key, title: `Meeting ${key}`, start: `2026-09-0${key}T09:00` });
